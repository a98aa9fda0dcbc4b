import { describe, expect, it } from 'vitest'
import addresses from '../../../src/check/checks/download/addresses-usable.ts'
import once from '../../../src/check/checks/download/elements-once.ts'
import elementsPlain from '../../../src/check/checks/download/elements-plain.ts'
import failures from '../../../src/check/checks/download/failures-accepted.ts'
import mandatory from '../../../src/check/checks/download/mandatory-elements.ts'
import mediaType from '../../../src/check/checks/download/media-type.ts'
import namespace from '../../../src/check/checks/download/namespace.ts'
import nextPage from '../../../src/check/checks/download/next-page-reachable.ts'
import available from '../../../src/check/checks/download/object-available.ts'
import readable from '../../../src/check/checks/download/readable.ts'
import answered from '../../../src/check/checks/download/report-answered-with-200.ts'
import anyLineEnd from '../../../src/check/checks/download/report-any-line-end.ts'
import bareNumber from '../../../src/check/checks/download/report-of-bare-number.ts'
import size from '../../../src/check/checks/download/size-holds.ts'
import type from '../../../src/check/checks/download/type-holds.ts'
import version from '../../../src/check/checks/download/version.ts'
import type { Check } from '../../../src/check/check.ts'
import { ddNamespace } from '../../../src/wire/download-descriptor.ts'
import { ddType, media, objectUrl, tell, whole } from './sketched-descriptors.ts'
import { exchanged, traceOf, verdicts } from '../trace-builder.ts'
import type { ExchangeSketch, SketchedFact } from '../trace-builder.ts'

const described = (body = media(), sketch: ExchangeSketch = {}) =>
  exchanged({ url: 'http://ota.test/square.dd', headers: [ddType], body, ...sketch })

const fetched = (sketch: ExchangeSketch = {}) =>
  exchanged({
    purpose: 'object',
    url: objectUrl,
    headers: [['Content-Type', 'image/png']],
    body: 'abcd',
    ...sketch,
  })

const reported = (requestBody: string, status: number | 'none' = 200) =>
  exchanged({
    purpose: 'download-report',
    url: 'http://ota.test/n/1',
    method: 'POST',
    requestBody,
    status,
  })

describe('a download descriptor', () => {
  it.each([
    ['its own type', [ddType], 'pass: Content-Type application/vnd.oma.dd+xml'],
    [
      'another type',
      [['Content-Type', 'text/plain']],
      'fail: Unexpected "text/plain", expected application/vnd.oma.dd+xml.',
    ],
    ['no type', [], 'fail: Unexpected no Content-Type, expected application/vnd.oma.dd+xml.'],
  ] as const)('with %s is known', (_, headers, reason) => {
    expect(tell(mediaType, described(media(), { headers }))).toEqual([reason])
  })

  it.each<readonly [string, Check, string, string]>([
    ['whole', readable, media(), 'pass: read to its end'],
    [
      'with an ampersand',
      readable,
      media(`${whole}<name>A & B</name>`),
      'fail: Unexpected document that cannot be read (Unexpected XML (',
    ],
    ['in its namespace', namespace, media(), `pass: ${ddNamespace}`],
    [
      'in another namespace',
      namespace,
      media(whole, 'http://x/'),
      `fail: Unexpected "http://x/", expected ${ddNamespace}.`,
    ],
    ['whole', mandatory, media(), 'pass: type, size and objectURI are there'],
    [
      'of kilobytes',
      mandatory,
      media(whole.replace('>4<', '>4 KB<')),
      'fail: Unexpected size "4 KB", expected a size of digits, above 0.',
    ],
    [
      'without a type',
      mandatory,
      media(whole.replace('<type>image/png</type>', '')),
      'fail: Unexpected none, expected a type.',
    ],
    [
      'of a type that is none',
      mandatory,
      media(whole.replace('image/png', 'every kind')),
      'fail: Unexpected type "every kind", expected a media type.',
    ],
    ['of elements that stand once', once, media(`${whole}<type>a/b</type>`), 'pass: each once'],
    [
      'of two sizes',
      once,
      media(`${whole}<size>5</size>`),
      'fail: Unexpected another size, expected one.',
    ],
    ['of text', elementsPlain, media(), 'pass: text alone'],
    [
      'of elements in elements',
      elementsPlain,
      media(whole.replace('4', '<b>4</b>')),
      'fail: Unexpected "an element in size", expected text in elements.',
    ],
    [
      'of text between elements',
      elementsPlain,
      media(`${whole}and so on`),
      'fail: Unexpected "and so on", expected text in elements.',
    ],
    [
      'of addresses of the web',
      addresses,
      media(`${whole}<installNotifyURI>../n?a=b</installNotifyURI><nextURL/>`),
      'pass: all of http or https, or relative',
    ],
    [
      'of a file as its object',
      addresses,
      media(whole.replace('http:', 'file:')),
      'fail: Unexpected objectURI "file://ota.test/square.png", expected an http or https URL, or a relative one.',
    ],
    [
      'of a letter box to report to',
      addresses,
      media(`${whole}<installNotifyURI>mailto:a@b</installNotifyURI>`),
      'fail: Unexpected installNotifyURI "mailto:a@b", expected an http or https URL, or a relative one.',
    ],
    ['of no version', version, media(), 'pass: no DDVersion'],
    ['of version 1.0', version, media(`${whole}<DDVersion>1.0</DDVersion>`), 'pass: DDVersion 1.0'],
    [
      'of version 1.1',
      version,
      media(`${whole}<DDVersion>1.1</DDVersion>`),
      'fail: Unexpected DDVersion "1.1", expected 1.0, or none.',
    ],
  ])('%s is judged', (_, check, body, reason) => {
    expect(tell(check, described(body))).toEqual([expect.stringContaining(reason)])
  })

  it('that cannot be read is judged for that alone', () => {
    const trace = traceOf([described(media(`${whole}&`))])
    expect(
      [readable, namespace, mandatory, version].flatMap((one) => verdicts(one, trace)),
    ).toEqual(['fail', 'not-applicable', 'not-applicable', 'not-applicable'])
  })

  it('is no descriptor of a suite, and a descriptor of a suite none of it', () => {
    const jad = exchanged({ body: 'MIDlet-Name: Demo\r\n' })
    expect(verdicts(mediaType, traceOf([jad]))).toEqual(['not-applicable'])
  })
})

describe('the object', () => {
  it.each<readonly [string, Check, ExchangeSketch, string]>([
    ['of the size stated', size, {}, 'pass: 4 octets, as stated'],
    [
      'of another size',
      size,
      { body: 'abcde' },
      'fail: Unexpected object of 5 octets, expected 4, as stated.',
    ],
    ['of the type stated', type, {}, 'pass: image/png'],
    [
      'of another type',
      type,
      { headers: [['Content-Type', 'image/x-png']] },
      'fail: Unexpected "image/x-png", expected image/png.',
    ],
    [
      'without a type',
      type,
      { headers: [] },
      'fail: Unexpected no Content-Type, expected image/png.',
    ],
    ['that is there', available, {}, 'pass: status 200'],
    [
      'that is not there',
      available,
      { status: 404 },
      'fail: Unexpected status 404, expected the object.',
    ],
  ])('%s is judged', (_, check, sketch, reason) => {
    expect(tell(check, described(), fetched(sketch))).toEqual([reason])
  })

  const sentOn = (url: string, to: string, status = 302) =>
    fetched({ url, status, headers: [['Location', to]], body: '' })

  it.each([
    [
      'to itself',
      [sentOn(objectUrl, objectUrl), sentOn(objectUrl, objectUrl)],
      ['fail: Unexpected redirects that led nowhere, 2, expected the object.'],
    ],
    [
      'to no place',
      [sentOn(objectUrl, 'nowhere')],
      ['fail: Unexpected redirects that led nowhere, 1, expected the object.'],
    ],
    [
      'to where it is',
      [sentOn(objectUrl, 'http://ota.test/b'), fetched({ url: 'http://ota.test/b' })],
      [],
    ],
  ] as const)('behind a redirect %s is judged', (_, exchanges, reasons) => {
    expect(tell(available, described(), ...exchanges).slice(0, reasons.length)).toEqual(reasons)
    expect(verdicts(available, traceOf([described(), ...exchanges])).includes('fail')).toBe(
      reasons.length > 0,
    )
  })

  it.each([size, type, available])(
    'is held against nobody where the network changed its descriptor',
    (check) => {
      const network = {
        did: 'changed size',
        reachedTarget: true,
        delivered: { status: 200, headers: [ddType], body: new Uint8Array(0) },
      }
      const trace = traceOf([described(media(), { network }), fetched({ body: 'abcde' })])
      expect(verdicts(check, trace)).toEqual(['not-applicable'])
    },
  )
})

describe('the report of a download', () => {
  it.each<readonly [string, Check, readonly SketchedFact[], readonly string[]]>([
    [
      'answered 200',
      answered,
      [reported('900 Success\r\n')],
      ['pass: the report of 900 was answered 200'],
    ],
    [
      'answered 204',
      answered,
      [reported('900 Success\r\n', 204)],
      ['fail: Unexpected status 204, expected 200.'],
    ],
    ['lost on its way', answered, [reported('900 Success\r\n', 'none')], ['not-applicable']],
    [
      'of a bare number',
      bareNumber,
      [reported('900\r\n', 400)],
      ['fail: Unexpected 400 for a report without text, expected 200.'],
    ],
    [
      'of a bare number, where the plain one is refused too',
      bareNumber,
      [reported('900 Success\r\n', 500), reported('900\r\n', 500)],
      ['inconclusive: blocked by download/report-answered-with-200'],
    ],
    [
      'without a line end',
      anyLineEnd,
      [reported('900 Success')],
      ['pass: a report with another line end was answered 200'],
    ],
    [
      'of a failure',
      failures,
      [reported('954 Loader Error\r\n', 400)],
      ['fail: Unexpected 400 for a report of a failure, expected 200.'],
    ],
  ])('%s is judged', (_, check, reports, reasons) => {
    expect(
      tell(check, ...reports).map((told) =>
        told.startsWith('not-applicable') ? 'not-applicable' : told,
      ),
    ).toEqual(reasons)
  })
})

describe('the page in the end', () => {
  it.each([
    [200, 'pass: status 200'],
    [404, 'fail: Unexpected status 404, expected a page.'],
  ])('that is answered %i is judged', (status, reason) => {
    const asked = exchanged({ purpose: 'next-page', url: 'http://ota.test/more', status })
    expect(tell(nextPage, asked)).toEqual([reason])
  })
})
