import { describe, expect, it } from 'vitest'
import { conditionOf, headersOf, rangeOf } from '../../src/scenario/package-manners.ts'
import type { FetchedPackage } from '../../src/scenario/package-manners.ts'

const found: FetchedPackage = {
  url: 'http://ota.test/client',
  requestHeaders: [
    ['User-Agent', 'A'],
    ['x-wap-profile', '"http://a.test/b.xml"'],
  ],
  headers: [
    ['ETag', '"1"'],
    ['Last-Modified', 'Mon, 02 Jan 2006 12:00:00 GMT'],
  ],
  bytes: 1000,
}

const having = (...headers: FetchedPackage['headers']): FetchedPackage => ({ ...found, headers })

describe('a part', () => {
  it.each([
    ['all', 'bytes=0-'],
    ['first', 'bytes=0-0'],
    ['middle', 'bytes=500-599'],
    ['last', 'bytes=999-'],
    ['beyond', 'bytes=1000-'],
  ] as const)('%s of 1000 octets is asked for as %s', (part, range) => {
    expect(rangeOf(part, found)).toEqual(['Range', range])
  })

  it('in the middle of a short package ends with it', () => {
    expect(rangeOf('middle', { ...found, bytes: 3 })).toEqual(['Range', 'bytes=1-2'])
  })
})

describe('a condition', () => {
  it.each([
    ['is the entity tag', 'same', found, ['If-Range', '"1"']],
    [
      'is the date where the tag is weak',
      'same',
      having(['ETag', 'W/"1"'], ['Last-Modified', 'Mon, 02 Jan 2006 12:00:00 GMT']),
      ['If-Range', 'Mon, 02 Jan 2006 12:00:00 GMT'],
    ],
    ['is none where nothing tells versions apart', 'same', having(), undefined],
    ['is a version that never was', 'other', having(), ['If-Range', '"a-version-that-never-was"']],
    [
      'is the date of Expires before that of the last change',
      'expires',
      having(['Last-Modified', 'Mon, 02 Jan 2006 12:00:00 GMT'], ['Expires', '0']),
      ['If-Unmodified-Since', '0'],
    ],
    [
      'is the date of the last change without Expires',
      'expires',
      found,
      ['If-Unmodified-Since', 'Mon, 02 Jan 2006 12:00:00 GMT'],
    ],
    ['is none without a date', 'expires', having(), undefined],
  ] as const)('%s', (...row) => {
    const [, condition, about, change] = row
    expect(conditionOf(condition, about)).toEqual(change)
  })
})

describe('another program', () => {
  it.each([
    ['gateway', [['User-Agent', 'A UP.Link/6.3.0.0.0']]],
    ['nobody', [['User-Agent', undefined]]],
    ['unquoted', [['x-wap-profile', 'http://a.test/b.xml']]],
    ['serial', [['User-Agent', 'A/SN004999010640000']]],
  ] as const)('%s differs in %j', (program, changes) => {
    expect(headersOf(program, found)).toEqual(changes)
  })

  it('at a desk says nothing of a phone', () => {
    const changes = new Map(headersOf('desktop', found))
    expect(changes.get('User-Agent')).toBe('Opera/9.50 (Windows NT 5.1; U; en)')
    expect(changes.get('x-wap-profile')).toBeUndefined()
  })

  it('lists what it shows and no package', () => {
    const accept = new Map(headersOf('another', found)).get('Accept')
    expect(accept).toMatch(/^text\/html,.*, \*\/\*$/)
    expect(accept).not.toMatch(/sisx|symbian|cab/)
  })

  it('has no profile to write without quotation marks where the phone has none', () => {
    expect(headersOf('unquoted', { ...found, requestHeaders: [] })).toEqual([])
  })
})
