import { expect, it } from 'vitest'
import { chooseOctets } from '../../../src/reference/native/conditions.ts'

const version = { tag: '"a"', modified: 'Mon, 02 Jan 2006 12:00:00 GMT' }
const part = { kind: 'part', from: 10, to: 99, isLast: true }
const whole = { kind: 'whole' }
const failed = { kind: 'failed' }

it.each([
  ['the part that was asked for', {}, part],
  ['a part of the same version', { 'If-Range': '"a"' }, part],
  ['a part of the same date', { 'If-Range': version.modified }, part],
  ['the whole of another version', { 'If-Range': '"b"' }, whole],
  ['the whole of another date', { 'If-Range': 'Mon, 02 Jan 2006 12:00:01 GMT' }, whole],
  ['a part where the tag matches', { 'If-Match': '"b", "a"' }, part],
  ['a part where any tag matches', { 'If-Match': '*' }, part],
  ['nothing where no tag matches', { 'If-Match': '"b"' }, failed],
  ['a part where it has not changed since', { 'If-Unmodified-Since': version.modified }, part],
  [
    'nothing where it has changed since',
    { 'If-Unmodified-Since': 'Thu, 19 Nov 1981 08:52:00 GMT' },
    failed,
  ],
  [
    'a part where the tag matches whatever the date',
    { 'If-Match': '"a"', 'If-Unmodified-Since': 'Thu, 19 Nov 1981 08:52:00 GMT' },
    part,
  ],
  ['a part where the date is none', { 'If-Unmodified-Since': 'soon' }, part],
])('gives %s', (_, headers, chosen) => {
  const asked = new Headers({ Range: 'bytes=10-', ...headers })
  expect(chooseOctets({ method: 'GET', headers: asked }, version, 100)).toEqual(chosen)
})

it('looks at no range where it is asked with HEAD', () => {
  const headers = new Headers({ Range: 'bytes=10-' })
  expect(chooseOctets({ method: 'HEAD', headers }, version, 100)).toEqual(whole)
})
