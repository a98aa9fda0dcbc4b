/** Checks of downloads that broke off and go on, and of redirects on the way to a package. */
import { describe, expect, it } from 'vitest'
import goesOn from '../../../src/check/checks/native/goes-on.ts'
import redirects from '../../../src/check/checks/native/redirects.ts'
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
  ] as const)('%s', (_, facts, told) => {
    expect(judged(redirects, facts)).toEqual(told)
  })
})
