import { describe, expect, it } from 'vitest'
import { alterDescriptor, isPage, packageChanges } from '../../src/scenario/alterations.ts'
import { parseDuration } from '../../src/duration.ts'
import { earlierDescriptor, lastDescriptor } from '../../src/scenario/last.ts'
import type { Exchange } from '../../src/trace/events.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (octets: Uint8Array) => new TextDecoder().decode(octets)

describe('a gateway that changes a descriptor', () => {
  const descriptor = encode('MIDlet-Name: Demo\r\nMIDlet-Version: 1.0\r\nX: \u00FC\r\n')

  it.each([
    [
      'sets an attribute',
      { set: { 'MIDlet-Version': '2.0' } },
      'MIDlet-Name: Demo\r\nX: \u00FC\r\nMIDlet-Version: 2.0\r\n',
    ],
    [
      'adds an attribute',
      { set: { Y: '\u00DF' } },
      'MIDlet-Name: Demo\r\nMIDlet-Version: 1.0\r\nX: \u00FC\r\nY: \u00DF\r\n',
    ],
    ['removes attributes', { remove: ['MIDlet-Name', 'X', 'Z'] }, 'MIDlet-Version: 1.0\r\n'],
    [
      'adds a line',
      { addLine: 'no attribute' },
      'MIDlet-Name: Demo\r\nMIDlet-Version: 1.0\r\nX: \u00FC\r\nno attribute\r\n',
    ],
    ['changes nothing', {}, 'MIDlet-Name: Demo\r\nMIDlet-Version: 1.0\r\nX: \u00FC\r\n'],
  ])('%s', (_, change, text) => {
    expect(decode(alterDescriptor(descriptor, change))).toBe(text)
  })

  it('puts other certificates in place of those that are there, and leaves the signature', () => {
    const signed = encode('MIDlet-Certificate-1-1: AA==\nMIDlet-Jar-RSA-SHA1: AQID\n')
    const text = decode(alterDescriptor(signed, { certify: 'gap in the numbering' }))
    expect(text.replaceAll(/: \S{40,}/g, ': …')).toBe(
      'MIDlet-Jar-RSA-SHA1: AQID\nMIDlet-Certificate-1-1: …\nMIDlet-Certificate-1-3: …\n',
    )
  })

  it('puts another signature there when that is what is wrong', () => {
    const signed = encode('MIDlet-Certificate-2-1: AA==\nMIDlet-Jar-RSA-SHA1: AQID\n')
    const text = decode(alterDescriptor(signed, { certify: 'signed with another key' }))
    expect(text.replaceAll(/: \S{40,}/g, ': …')).toBe(
      'MIDlet-Certificate-1-1: …\nMIDlet-Certificate-1-2: …\nMIDlet-Jar-RSA-SHA1: …\n',
    )
  })

  it('keeps the line ends it finds', () => {
    expect(decode(alterDescriptor(encode('A: 1\nB: 2\n'), { set: { A: '3' } }))).toBe(
      'B: 2\nA: 3\n',
    )
  })

  it('keeps octets that are no UTF-8', () => {
    const octets = Uint8Array.of(0x41, 0x3a, 0xff, 0x0a)
    expect(alterDescriptor(octets, {})).toEqual(octets)
  })

  it('leaves the octets of the target as they were', () => {
    const octets = descriptor.slice()
    alterDescriptor(octets, { remove: ['X'] })
    expect(octets).toEqual(descriptor)
  })
})

describe('a page', () => {
  it.each([
    ['text/html; charset=utf-8', true],
    ['application/vnd.wap.xhtml+xml', true],
    ['text/vnd.wap.wml', true],
    ['text/vnd.sun.j2me.app-descriptor', false],
    ['application/vnd.oma.dd+xml', false],
    ['none of the kind', false],
  ])('is told from a descriptor by its label: %s', (label, expected) => {
    expect(isPage([['Content-Type', label]])).toBe(expected)
  })

  it('has a label', () => {
    expect(isPage([])).toBe(false)
  })
})

describe('a gateway that changes a package', () => {
  const octets = Uint8Array.from({ length: 100 }, (_, index) => index)

  it('turns every bit of the middle octet', () => {
    expect(packageChanges.corrupt(octets)).toEqual(octets.with(50, 50 ^ 0xff))
  })

  it('cuts it short', () => {
    expect(packageChanges['cut short'](octets)).toEqual(octets.slice(0, 50))
  })

  it('appends octets', () => {
    const longer = packageChanges['append octets'](octets)
    expect({ bytes: longer.length, begins: longer.slice(0, 100) }).toEqual({
      bytes: 116,
      begins: octets,
    })
  })

  it('puts a web page of the same size in its place', () => {
    const page = packageChanges['replace by a web page'](octets)
    expect({ bytes: page.length, begins: decode(page.slice(0, 6)) }).toEqual({
      bytes: 100,
      begins: '<html>',
    })
  })

  it.each(Object.entries(packageChanges))('changes a copy: %s', (_, change) => {
    const copy = octets.slice()
    expect(change(copy)).not.toEqual(octets)
    expect(copy).toEqual(octets)
    expect(change(new Uint8Array(0))).toBeInstanceOf(Uint8Array)
  })
})

describe('a duration', () => {
  it.each([
    ['0ms', 0],
    ['500ms', 500],
    ['60s', 60_000],
    ['5m', 300_000],
    ['2h', 7_200_000],
    ['14d', 1_209_600_000],
  ])('of %s is %i ms', (text, ms) => {
    expect(parseDuration(text)).toBe(ms)
  })

  it('without a unit is none', () => {
    expect(() => parseDuration('5')).toThrow('not a duration: 5')
  })
})

describe('the last descriptor', () => {
  const exchange = (about: Partial<Exchange>, body = 'MIDlet-Jar-URL: demo.jar\n'): Exchange => ({
    type: 'http.exchanged',
    seq: 0,
    at: 0,
    actor: 'radio',
    startedAt: 0,
    purpose: 'descriptor',
    request: {
      method: 'GET',
      url: 'http://ota.test/a/demo.jad',
      target: '/a/demo.jad',
      version: '1.1',
      headers: [],
      head: new Uint8Array(0),
      body: new Uint8Array(0),
    },
    response: {
      status: 200,
      reason: 'OK',
      version: '1.1',
      headers: [],
      head: new Uint8Array(0),
      body: encode(body),
    },
    ...about,
  })

  it('is none before one came', () => {
    expect(lastDescriptor([])).toBe(undefined)
    expect(lastDescriptor([exchange({ purpose: 'package' })])).toBe(undefined)
  })

  it('is the last that the target sent', () => {
    const notify =
      'MIDlet-Install-Notify: http://ota.test/n\nMIDlet-Delete-Notify: http://ota.test/d\n'
    expect(lastDescriptor([exchange({}), exchange({}, notify)])).toEqual({
      packageUrl: undefined,
      installNotify: 'http://ota.test/n',
      deleteNotify: 'http://ota.test/d',
    })
  })

  it('is not the one before it', () => {
    const events = [exchange({}, 'MIDlet-Jar-URL: old.jar\n'), exchange({}), exchange({}, '')]
    expect(earlierDescriptor(events)?.packageUrl).toBe('http://ota.test/a/demo.jar')
    expect(earlierDescriptor([exchange({})])).toBe(undefined)
  })

  it('leads to its package from where it was', () => {
    expect(lastDescriptor([exchange({})])).toEqual({
      packageUrl: 'http://ota.test/a/demo.jar',
      installNotify: undefined,
      deleteNotify: undefined,
    })
  })

  it('is what the target sent, whatever the network made of it', () => {
    const network = {
      did: 'changed MIDlet-Jar-URL (descriptor)',
      reachedTarget: true,
      delivered: { status: 200, headers: [], body: encode('MIDlet-Jar-URL: other.jar\n') },
    }
    expect(lastDescriptor([exchange({ network })])?.packageUrl).toBe('http://ota.test/a/demo.jar')
  })
})
