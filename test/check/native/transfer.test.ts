/** Checks of how a native package is sent when it is asked for again: in parts, by condition, by other programs. */
import { describe, expect, it } from 'vitest'
import anyAccept from '../../../src/check/checks/native/any-accept.ts'
import anyProgram from '../../../src/check/checks/native/any-program.ts'
import beyondTheEnd from '../../../src/check/checks/native/beyond-the-end.ts'
import expiresForADate from '../../../src/check/checks/native/expires-for-a-date.ts'
import ifRange from '../../../src/check/checks/native/if-range.ts'
import oddIdentity from '../../../src/check/checks/native/odd-identity.ts'
import partIsThatPart from '../../../src/check/checks/native/part-is-that-part.ts'
import ranges from '../../../src/check/checks/native/ranges.ts'
import unknownAgent from '../../../src/check/checks/native/unknown-agent.ts'
import type { Header } from '../../../src/trace/events.ts'
import { strictUserAgent } from '../trace-builder.ts'
import type { ExchangeSketch, SketchedFact } from '../trace-builder.ts'
import { body, fetched, judged, modified, part } from './package-fetch.ts'

const again = (requestHeaders: readonly Header[], sketch: ExchangeSketch = {}) =>
  fetched({ probe: 'package-again', requestHeaders, ...sketch })

const partial = (field: string, octets: Uint8Array = body.subarray(10, 20)): ExchangeSketch => ({
  status: 206,
  body: octets,
  headers: [['Content-Range', field]],
})

const error = { status: 500, body: 'oops' } as const
const named = (name: string): readonly Header[] => [['User-Agent', name]]

describe('a native package', () => {
  it.each([
    [
      'can be fetched in parts',
      ranges,
      again(part('10-19'), partial('bytes 10-19/1000')),
      'pass: status 206 for bytes=10-19',
    ],
    [
      'is not sent whole for a part',
      ranges,
      again(part('10-19')),
      'fail: Unexpected the whole package for bytes=10-19, expected status 206.',
    ],
    [
      'is not refused to who asks for a part',
      ranges,
      again(part('10-19'), error),
      'fail: Unexpected status 500 for bytes=10-19, expected status 206.',
    ],
    [
      'is in each part what was asked for',
      partIsThatPart,
      again(part('10-19'), partial('bytes 10-19/1000')),
      'pass: 10 octets, as asked for',
    ],
    [
      'says which part it is',
      partIsThatPart,
      again(part('10-19'), { status: 206, body: body.subarray(10, 20) }),
      'fail: Unexpected no Content-Range, expected bytes 10-19/1000.',
    ],
    [
      'counts the last octet of a part',
      partIsThatPart,
      again(part('10-19'), partial('bytes 10-20/1000')),
      'fail: Unexpected Content-Range "bytes 10-20/1000", expected bytes 10-19/1000.',
    ],
    [
      'knows in a part how long it is',
      partIsThatPart,
      again(part('990-'), partial('bytes 990-999/999', body.subarray(990))),
      'fail: Unexpected Content-Range "bytes 990-999/999", expected bytes 990-999/1000.',
    ],
    [
      'holds in a part its own octets',
      partIsThatPart,
      again(part('10-19'), partial('bytes 10-19/1000', body.subarray(11, 21))),
      'fail: Unexpected 10 other octets, expected those of the package.',
    ],
    [
      'has no part that begins behind its end',
      partIsThatPart,
      again(part('1000-'), partial('bytes 1000-1009/1000')),
      'fail: Unexpected 206 for bytes=1000-, expected 416.',
    ],
    [
      'is sent in part where the version is the same',
      ifRange,
      again(part('10-19', ['If-Range', '"a"']), partial('bytes 10-19/1000')),
      'pass: a part of the version "a"',
    ],
    [
      'is sent in part where the date is the same',
      ifRange,
      again(part('10-19', ['If-Range', modified]), partial('bytes 10-19/1000')),
      `pass: a part of the version ${modified}`,
    ],
    [
      'is sent whole where the version is another',
      ifRange,
      again(part('10-19', ['If-Range', '"b"'])),
      'pass: the whole package for the version "b"',
    ],
    [
      'is never sent in part where the version is another',
      ifRange,
      again(part('10-19', ['If-Range', '"b"']), partial('bytes 10-19/1000')),
      'fail: Unexpected status 206 for a part of the version "b", expected status 200 and the whole package.',
    ],
    [
      'may be sent whole by who never sends parts',
      ifRange,
      again(part('10-19', ['If-Range', '"a"'])),
      'inconclusive: the target sends no parts at all',
    ],
    [
      'ends where it ends',
      beyondTheEnd,
      again(part('1000-'), { status: 416, body: '', headers: [['Content-Range', 'bytes */1000']] }),
      'pass: 416 with bytes */1000',
    ],
    [
      'may be sent whole for octets behind its end',
      beyondTheEnd,
      again(part('1000-')),
      'pass: the whole package: parts are not looked at',
    ],
    [
      'is no error for octets behind its end',
      beyondTheEnd,
      again(part('1000-'), error),
      'fail: Unexpected status 500, expected status 416.',
    ],
    [
      'says its length to who asks behind its end',
      beyondTheEnd,
      again(part('1000-'), { status: 416, body: '' }),
      'fail: Unexpected 416 with no Content-Range, expected bytes */1000.',
    ],
    [
      'is given to who asks by its date',
      expiresForADate,
      again(part('10-19', ['If-Unmodified-Since', modified]), partial('bytes 10-19/1000')),
      `pass: status 206 for ${modified}`,
    ],
    [
      'has not changed since its Expires',
      expiresForADate,
      again(part('10-19', ['If-Unmodified-Since', modified]), { status: 412, body: '' }),
      `fail: Unexpected status 412 for If-Unmodified-Since ${modified}, expected the package: it has not changed.`,
    ],
    [
      'is given whatever Accept says',
      anyAccept,
      again([['Accept', 'text/html, */*']]),
      'pass: the same package for another Accept',
    ],
    [
      'is not kept back for its type',
      anyAccept,
      again([['Accept', 'text/html, */*']], { status: 406, body: '' }),
      'fail: Unexpected status 406 for an Accept without its type, expected the same package.',
    ],
    [
      'is given through a gateway',
      anyProgram,
      again(named(`${strictUserAgent} UP.Link/6.3.0.0.0`)),
      'pass: status 200 under another name',
    ],
    [
      'is not bound to the name that asked first',
      anyProgram,
      again(named(`${strictUserAgent} UP.Link/6.3.0.0.0`), { status: 403, body: '' }),
      'fail: Unexpected status 403 under another name of the phone, expected the package.',
    ],
    [
      'is given to strangers',
      unknownAgent,
      again(named('Opera/9.50')),
      'pass: the same package for an unknown name',
    ],
    [
      'may be a page to strangers',
      unknownAgent,
      again(named('Opera/9.50'), { body: '<html/>' }),
      'pass: status 200 for an unknown name',
    ],
    [
      'is not refused to strangers',
      unknownAgent,
      again(named('Opera/9.50'), { status: 403, body: '' }),
      'fail: Unexpected status 403 for a program of an unknown name, expected the package, or a page to choose from.',
    ],
  ] as const)('%s', (...row) => {
    const [, check, probe, told] = row
    expect(judged(check, [fetched(), probe])).toEqual([told])
  })

  const profiled = fetched({ requestHeaders: [['x-wap-profile', '"http://a.test/b.xml"']] })

  it('is given to who writes x-wap-profile without quotation marks', () => {
    const bare: readonly Header[] = [['x-wap-profile', 'http://a.test/b.xml']]
    expect(judged(oddIdentity, [profiled, again(bare)])).toEqual([
      'pass: the same package with x-wap-profile without quotes',
    ])
    expect(judged(oddIdentity, [profiled, again(bare, { body: '<html/>' })])).toEqual([
      'fail: Unexpected status 200 with x-wap-profile without quotes, expected the same package.',
    ])
    expect(judged(oddIdentity, [profiled, again(bare, error)])).toEqual([
      'fail: Unexpected status 500 with x-wap-profile without quotes, expected the same package.',
    ])
  })

  it('is not judged by those who ask again once it is given to nobody twice', () => {
    const spent = { status: 410, body: '' } as const
    expect(judged(ranges, [fetched(), again([], spent), again(part('10-19'), spent)])).toEqual([
      'not-applicable: no part of a native package was asked for',
    ])
  })

  it('is not compared with what was there before something else was published', () => {
    const asked: SketchedFact = {
      type: 'target.asked',
      verb: 'publish',
      by: 'built-in',
      outcome: 'done',
      detail: 'published',
    }
    expect(judged(ranges, [fetched(), asked, again(part('10-19'))])).toEqual([
      'not-applicable: no part of a native package was asked for',
    ])
  })
})
