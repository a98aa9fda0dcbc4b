import { describe, expect, it } from 'vitest'
import type { Received } from '../../../src/handset/behaviour.ts'
import type { NextMove, RetrievalState } from '../../../src/handset/next-move.ts'
import { strict } from '../../../src/handset/personalities/strict.ts'
import {
  decideNextMove,
  isBasicChallenge,
  refuseMissingPackage,
} from '../../../src/handset/rules/retrieval.ts'
import type { Header } from '../../../src/trace/events.ts'

const url = 'http://ota.test/demo.jad'
const limits = { hopsMax: 1, waitsMax: 2, waitSecondsMax: 60, partsMax: 3, partsBytesMax: 100 }
const settle: NextMove = { kind: 'settle' }

function answered(status: number, headers: readonly Header[] = [], bodyBytes = 0): Received {
  return { kind: 'response', url, status, headers, body: new Uint8Array(bodyBytes) }
}

function after(received: Received, state: Partial<RetrievalState> = {}): NextMove {
  return decideNextMove(
    {
      purpose: 'package',
      received,
      hops: 0,
      waits: 0,
      octetsSoFar: 0,
      parts: 0,
      ranged: false,
      ...state,
    },
    limits,
  )
}

const elsewhere = 'http://ota.test/other.jad'

describe('a redirect', () => {
  it.each([301, 302, 303, 307])('with %i is followed', (status) => {
    expect(after(answered(status, [['Location', elsewhere]]))).toEqual({
      kind: 'follow',
      url: elsewhere,
    })
  })

  it.each([300, 304, 305, 308])('with %i is not followed', (status) => {
    expect(after(answered(status, [['Location', elsewhere]]))).toEqual(settle)
  })

  it.each([
    ['to a relative place', [['Location', '/other.jad']]],
    ['to a place without a scheme', [['Location', '//ota.test/other.jad']]],
    ['to another scheme', [['Location', 'ftp://ota.test/other.jad']]],
    ['to nowhere', []],
    ['to an empty place', [['Location', '']]],
  ] as const)('%s is not followed', (_, headers) => {
    expect(after(answered(302, headers))).toEqual(settle)
  })

  it.each([
    ['/other.jad', 'http://ota.test/other.jad'],
    ['there/client.sisx#top', 'http://ota.test/there/client.sisx'],
    ['//elsewhere.test/x', 'http://elsewhere.test/x'],
    ['?again', 'http://ota.test/demo.jad?again'],
  ])('to a relative place is followed by a browser: %s', (location, expected) => {
    const received = answered(302, [['Location', location]])
    const state = { purpose: 'package', hops: 0, waits: 0, octetsSoFar: 0, parts: 0 } as const
    expect(
      decideNextMove({ ...state, received, ranged: false }, { ...limits, resolves: true }),
    ).toEqual({ kind: 'follow', url: expected })
  })

  it.each(['', '\\\\elsewhere.test\\x', 'http:\\\\elsewhere.test', 'a b', 'ftp://ota.test/x'])(
    'to nowhere is followed by no browser either: %s',
    (location) => {
      const received = answered(302, [['Location', location]])
      const state = { purpose: 'package', hops: 0, waits: 0, octetsSoFar: 0, parts: 0 } as const
      expect(
        decideNextMove({ ...state, received, ranged: false }, { ...limits, resolves: true }),
      ).toEqual(settle)
    },
  )

  it('is followed to another host, where the radio decides', () => {
    expect(after(answered(302, [['location', 'https://elsewhere.test/x']]))).toEqual({
      kind: 'follow',
      url: 'https://elsewhere.test/x',
    })
  })

  it('is followed without its fragment', () => {
    expect(after(answered(302, [['Location', `${elsewhere}#top`]]))).toEqual({
      kind: 'follow',
      url: elsewhere,
    })
  })

  it('is not followed after as many as the phone follows', () => {
    expect(after(answered(302, [['Location', elsewhere]]), { hops: 1 })).toEqual(settle)
  })
})

describe('a busy server', () => {
  it('is given the seconds it wants', () => {
    expect(after(answered(503, [['Retry-After', '30']]))).toEqual({ kind: 'wait', ms: 30_000 })
  })

  it('is asked again at once if it wants no time', () => {
    expect(after(answered(503, [['Retry-After', '0']]))).toEqual({ kind: 'wait', ms: 0 })
  })

  it('is given no more than a minute', () => {
    expect(after(answered(503, [['Retry-After', '86400']]))).toEqual({ kind: 'wait', ms: 60_000 })
  })

  it.each([
    ['a date', [['Retry-After', 'Wed, 01 Mar 2006 09:01:00 GMT']]],
    ['nothing', []],
    ['a time below nothing', [['Retry-After', '-1']]],
    ['a fraction', [['Retry-After', '1.5']]],
  ] as const)('is left when it says %s', (_, headers) => {
    expect(after(answered(503, headers))).toEqual(settle)
  })

  it('is left after as many waits as the phone has patience for', () => {
    expect(after(answered(503, [['Retry-After', '1']]), { waits: 1 })).toEqual({
      kind: 'wait',
      ms: 1000,
    })
    expect(after(answered(503, [['Retry-After', '1']]), { waits: 2 })).toEqual(settle)
  })

  it('is not waited for with any other status', () => {
    expect(after(answered(500, [['Retry-After', '30']]))).toEqual(settle)
    expect(after(answered(429, [['Retry-After', '30']]))).toEqual(settle)
  })
})

describe('a package in ranges', () => {
  const first = answered(206, [['Content-Range', 'bytes 0-9/25']], 10)
  const asked = { ranged: true }

  it('goes on where the first range ended', () => {
    expect(after(first, asked)).toEqual({ kind: 'continue', from: 10 })
  })

  it('goes on where the second range ended', () => {
    const second = answered(206, [['Content-Range', 'bytes 10-19/25']], 10)
    expect(after(second, { ...asked, parts: 1, octetsSoFar: 10 })).toEqual({
      kind: 'continue',
      from: 20,
    })
  })

  it('is over when its last octet has come', () => {
    const last = answered(206, [['Content-Range', 'bytes 20-24/25']], 5)
    expect(after(last, { ...asked, parts: 2, octetsSoFar: 20 })).toEqual(settle)
  })

  it.each([
    ['its length is not known', answered(206, [['Content-Range', 'bytes 0-9/*']], 10)],
    ['the range is not told', answered(206, [], 10)],
    ['the range is garbage', answered(206, [['Content-Range', '0-9 of 25']], 10)],
    ['the range is empty', answered(206, [['Content-Range', 'bytes 0-9/25']], 0)],
    ['another range came', answered(206, [['Content-Range', 'bytes 5-14/25']], 10)],
    ['the whole came', answered(200, [], 25)],
  ])('is over when %s', (_, received) => {
    expect(after(received, asked)).toEqual(settle)
  })

  it('is over when the phone did not ask for a range', () => {
    expect(after(first, { ranged: false })).toEqual(settle)
  })

  it('is over after as many ranges as the phone puts together', () => {
    const third = answered(206, [['Content-Range', 'bytes 2-2/25']], 1)
    expect(after(third, { ...asked, parts: 2, octetsSoFar: 2 })).toEqual(settle)
  })

  it('is over after as many octets as the phone puts together', () => {
    const huge = answered(206, [['Content-Range', 'bytes 0-99/1000']], 100)
    expect(after(huge, asked)).toEqual(settle)
  })
})

describe('every other outcome', () => {
  it.each([200, 204, 400, 401, 403, 404, 407, 416, 500, 502])('ends with %i', (status) => {
    expect(after(answered(status))).toEqual(settle)
  })

  it('ends with a failure', () => {
    expect(after({ kind: 'failure', url, cause: 'interrupted', detail: 'reset' })).toEqual(settle)
  })
})

describe('a challenge', () => {
  it.each([
    ['401 with Basic', answered(401, [['WWW-Authenticate', 'Basic realm="x"']]), true],
    [
      '401 with basic in small letters',
      answered(401, [['www-authenticate', 'basic realm=x']]),
      true,
    ],
    ['407 with Basic', answered(407, [['Proxy-Authenticate', 'Basic realm="x"']]), true],
    [
      '401 with Basic before Digest',
      answered(401, [['WWW-Authenticate', 'Basic realm="x", Digest realm="x"']]),
      true,
    ],
    [
      '401 with Digest before Basic',
      answered(401, [['WWW-Authenticate', 'Digest realm="x", Basic realm="x"']]),
      false,
    ],
    [
      '401 with Digest in a field before Basic',
      answered(401, [
        ['WWW-Authenticate', 'Digest realm="x"'],
        ['WWW-Authenticate', 'Basic realm="x"'],
      ]),
      false,
    ],
    ['401 without a challenge', answered(401), false],
    [
      '401 with the challenge of a proxy',
      answered(401, [['Proxy-Authenticate', 'Basic realm="x"']]),
      false,
    ],
    ['403 with Basic', answered(403, [['WWW-Authenticate', 'Basic realm="x"']]), false],
    ['a failure', { kind: 'failure', url, cause: 'unreachable', detail: '' }, false],
  ] as const)('of %s is put to the user: %s', (_, received, isAsked) => {
    expect(isBasicChallenge(received)).toBe(isAsked)
    expect(strict.asksForCredentials(received, 2)).toBe(isAsked)
  })

  it('is put to the user three times', () => {
    const received = answered(401, [['WWW-Authenticate', 'Basic realm="x"']])
    expect([0, 1, 2, 3].map((rounds) => strict.asksForCredentials(received, rounds))).toEqual([
      true,
      true,
      true,
      false,
    ])
  })
})

describe('a package that did not come', () => {
  it.each([
    [
      'the status 404',
      answered(404),
      { code: 907, reason: 'the package is not available: HTTP status 404' },
    ],
    [
      'the status 500',
      answered(500),
      { code: 907, reason: 'the package is not available: HTTP status 500' },
    ],
    [
      'the status 206 nobody asked for',
      answered(206),
      { code: 907, reason: 'the package is not available: HTTP status 206' },
    ],
    [
      'the user',
      { kind: 'failure', url, cause: 'cancelled', detail: 'x' },
      { code: 902, reason: 'the user stopped the download' },
    ],
    [
      'the loss of coverage',
      { kind: 'failure', url, cause: 'no-coverage', detail: 'gone' },
      { code: 903, reason: 'the connection was lost: gone' },
    ],
    [
      'a connection that broke',
      { kind: 'failure', url, cause: 'interrupted', detail: 'reset' },
      { code: 903, reason: 'the connection was lost: reset' },
    ],
    [
      'a server that cannot be reached',
      { kind: 'failure', url, cause: 'unreachable', detail: 'refused' },
      { code: 907, reason: 'the package is not available: refused' },
    ],
  ] as const)('because of %s is reported', (_, received, refusal) => {
    expect(refuseMissingPackage(received)).toEqual(refusal)
  })
})
