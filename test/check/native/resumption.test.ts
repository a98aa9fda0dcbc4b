/** Checks of downloads that broke off and go on, and of redirects on the way to a package. */
import { describe, expect, it } from 'vitest'
import goesOn from '../../../src/check/checks/native/goes-on.ts'
import redirects from '../../../src/check/checks/native/redirects.ts'
import versionToldApart from '../../../src/check/checks/native/version-told-apart.ts'
import type { SketchedFact } from '../trace-builder.ts'
import { body, fetched, judged, part, url } from './package-fetch.ts'

const cutShort = fetched({
  body: body.slice(0, 10),
  failure: { cause: 'no-coverage', detail: 'cut' },
})
const rest = (sketch: Parameters<typeof fetched>[0]) =>
  fetched({ requestHeaders: part('10-', ['If-Match', '"a"']), ...sketch })
const from = (start: number, tag: string) => ({
  status: 206,
  body: body.slice(start),
  headers: [['Content-Range', `bytes ${start}-999/1000`]] as const,
  tag,
})

describe('a download that broke off', () => {
  it.each([
    ['goes on', [rest(from(10, '"a"'))], ['pass: the octets from 10 on']],
    ['may begin anew', [rest({})], ['pass: the whole package, from the beginning']],
    [
      'begins anew where the package has changed',
      [rest({ status: 412, body: '' }), fetched({ tag: '"b"' })],
      ['pass: status 412: it has changed, and the phone begins anew'],
    ],
    [
      'is not refused where the package is the same',
      [rest({ status: 416, body: '' }), fetched()],
      ['fail: Unexpected status 416 for the rest of it, expected 206.'],
    ],
    [
      'goes on where it was',
      [rest(from(11, '"a"'))],
      ['fail: Unexpected Content-Range "bytes 11-999/1000", expected octets from 10 on.'],
    ],
    [
      'says where it goes on',
      [rest({ status: 206, body: body.slice(10) })],
      ['fail: Unexpected no Content-Range, expected octets from 10 on.'],
    ],
    [
      'goes on with the same version',
      [rest(from(10, '"b"'))],
      ['fail: Unexpected a part of "b", expected a part of "a".'],
    ],
    [
      'says nothing where it is redirected',
      [rest({ status: 302, body: '' })],
      ['not-applicable: no phone had a download go on that broke off'],
    ],
  ] as const)('%s', (_, facts, told) => {
    expect(judged(goesOn, [cutShort, ...facts])).toEqual(told)
  })
})

describe('a link to a native package', () => {
  const hop = (to: string, at = url): SketchedFact =>
    fetched({ url: at, status: 302, body: '', headers: [['Location', to]] })
  const forGood = (to: string): SketchedFact =>
    fetched({ status: 301, body: '', headers: [['Location', to]] })
  const places = [1, 2, 3, 4].map((n) => `${url}/${n}`)
  const hops = (count: number) =>
    places.slice(0, count).map((to, index) => hop(to, places[index - 1] ?? url))

  it.each([
    ['may be redirected', [hop('/other')], ['pass: 1 redirect']],
    ['may be redirected three times', hops(3), ['pass: 3 redirects']],
    [
      'is not redirected more often',
      hops(4),
      ['fail: Unexpected 4 redirects, expected 3 at most.'],
    ],
    [
      'leads somewhere',
      [fetched({ status: 302, body: '' })],
      ['fail: Unexpected no Location, expected a URL.'],
    ],
    [
      'stays secure',
      [hop('http://ota.test/a', 'https://ota.test/a')],
      ['fail: Unexpected a redirect from https to http, expected https.'],
    ],
    ['is asked twice for two parts', [hop('/a'), hop('/a')], ['pass: 1 redirect']],
    [
      'is redirected for good to one place',
      [forGood('/a'), fetched({ url: `http://ota.test/a` }), forGood('/a')],
      ['pass: 1 redirect'],
    ],
    [
      'is not redirected for good to another place each time',
      [forGood('/a'), fetched({ url: `http://ota.test/a` }), forGood('/b')],
      [
        'fail: Unexpected a redirect for good that was to http://ota.test/a before, expected a place that stays, or a redirect for now (302, 307).',
      ],
    ],
  ] as const)('%s', (_, facts, told) => {
    expect(judged(redirects, facts)).toEqual(told)
  })
})

describe('a package that was replaced', () => {
  const newer = Uint8Array.from([...body, 1])
  const absent =
    'not-applicable: no other package with an ETag or a date was seen at a URL that a phone had asked before'

  it.each([
    [
      'has another version',
      [fetched(), fetched({ body: newer, tag: '"b"' })],
      ['pass: "b" for another package'],
    ],
    [
      'has not the version of the one before',
      [fetched(), fetched({ body: newer })],
      ['fail: Unexpected "a" for another package, expected an ETag of its own.'],
    ],
    [
      'has another version though it is as long',
      [fetched(), fetched({ body: body.toReversed() })],
      ['fail: Unexpected "a" for another package, expected an ETag of its own.'],
    ],
    [
      'has another version though its beginning alone was seen',
      [
        fetched({
          body: body.slice(0, 10),
          framing: 'none',
          headers: [['Content-Length', '1000']],
          failure: { cause: 'no-coverage', detail: 'cut' },
        }),
        rest({ ...from(10, '"a"'), headers: [['Content-Range', 'bytes 10-1000/1001']] }),
      ],
      ['fail: Unexpected "a" for another package, expected an ETag of its own.'],
    ],
    ['is none where it is the same', [fetched(), fetched()], [absent]],
    ['is none where it came in parts', [fetched(), rest(from(10, '"a"'))], [absent]],
    [
      'is another where another phone asks',
      [fetched(), fetched({ body: newer, requestHeaders: [['User-Agent', 'Other/1.0']] })],
      [absent],
    ],
  ] as const)('%s', (_, facts, told) => {
    expect(judged(versionToldApart, facts)).toEqual(told)
  })
})
