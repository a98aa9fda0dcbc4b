import { describe, expect, test } from 'vitest'
import { formatHar } from '../../src/trace/har.ts'
import { askedFacts, exchangeFact, octets, traceOf } from './sample-trace.ts'
import type { ExchangeFact } from './sample-trace.ts'

const { request, response } = exchangeFact()

function entryOf(fact: ExchangeFact) {
  return formatHar([traceOf(fact)]).log.entries[0]
}

test('shows a trace as a page and its exchanges as entries at their virtual times', () => {
  expect(formatHar([traceOf(exchangeFact({ startedAt: 40 }))])).toEqual({
    log: {
      version: '1.2',
      creator: {
        name: 'ota-handset',
        version: '1',
        comment: 'the version is that of the trace format',
      },
      pages: [
        {
          startedDateTime: '2006-03-01T09:00:00.000Z',
          id: 'page_1',
          title: 'installs a suite (install/plain @ midp2-plain)',
          pageTimings: {},
        },
      ],
      entries: [
        {
          pageref: 'page_1',
          startedDateTime: '2006-03-01T09:00:00.040Z',
          time: 60,
          request: {
            method: 'GET',
            url: 'http://ota.test/demo.jad?a=1&b=%20',
            httpVersion: 'HTTP/1.1',
            cookies: [],
            headers: [{ name: 'Host', value: 'ota.test' }],
            queryString: [
              { name: 'a', value: '1' },
              { name: 'b', value: ' ' },
            ],
            headersSize: 52,
            bodySize: 0,
          },
          response: {
            status: 200,
            statusText: 'OK',
            httpVersion: 'HTTP/1.1',
            cookies: [],
            headers: [{ name: 'Content-Length', value: '12' }],
            content: { size: 12, mimeType: 'x-unknown', text: 'MIDlet-1: a\n' },
            redirectURL: '',
            headersSize: 39,
            bodySize: 12,
          },
          cache: {},
          timings: { send: 0, wait: 60, receive: 0 },
          comment: 'descriptor',
        },
      ],
    },
  })
})

test('gives each trace a page of its own', () => {
  const { log } = formatHar([traceOf(exchangeFact()), traceOf(exchangeFact())])
  expect(log.entries.map(({ pageref }) => pageref)).toEqual(['page_1', 'page_2'])
  expect(log.pages.map(({ id }) => id)).toEqual(['page_1', 'page_2'])
})

test('shows the body of a report', () => {
  const body = octets('900 Success\r\n')
  expect(entryOf(exchangeFact({ request: { ...request, body } }))?.request).toMatchObject({
    postData: { mimeType: '', text: '900 Success\r\n' },
    bodySize: 13,
  })
})

test('shows a package as base64', () => {
  const packaged = {
    status: 200,
    reason: 'OK',
    version: '1.1',
    headers: [['Content-Type', 'application/java-archive']],
    head: octets(''),
    body: new Uint8Array([0x50, 0x4b, 0xff, 0x00]),
  } as const
  expect(entryOf(exchangeFact({ response: packaged }))?.response.content).toEqual({
    size: 4,
    mimeType: 'application/java-archive',
    text: 'UEv/AA==',
    encoding: 'base64',
  })
})

test('shows where a redirect leads and which cookies are set', () => {
  const redirect = {
    status: 302,
    reason: 'Found',
    version: '1.0',
    headers: [
      ['Location', '/other'],
      ['Set-Cookie', 'a=b; Path=/; Expires=Wed, 01 Mar 2006 10:00:00 GMT; HttpOnly'],
      ['Set-Cookie', 'nonsense'],
    ],
    head: octets('HTTP/1.0 302 Found\r\n\r\n'),
    body: octets(''),
  } as const
  expect(entryOf(exchangeFact({ response: redirect }))?.response).toMatchObject({
    httpVersion: 'HTTP/1.0',
    redirectURL: '/other',
    cookies: [
      {
        name: 'a',
        value: 'b',
        path: '/',
        expires: '2006-03-01T10:00:00.000Z',
        httpOnly: true,
        secure: false,
      },
    ],
    content: { size: 0 },
  })
})

describe('without an answer of the target', () => {
  const unsent = { ...request, head: octets('') }

  test('shows status 0 and why', () => {
    const failure = { cause: 'no-coverage', detail: 'no coverage' } as const
    const { response: _answer, ...silent } = exchangeFact({ request: unsent, failure })
    expect(entryOf(silent)).toMatchObject({
      request: { headersSize: -1 },
      response: { status: 0, statusText: '', httpVersion: '', headersSize: -1, bodySize: -1 },
      _failure: failure,
    })
  })

  test("shows what the operator's network said in its place", () => {
    const network = {
      did: 'answered 503 in place of the target',
      reachedTarget: false,
      delivered: { status: 503, headers: [], body: octets('busy') },
    }
    const { response: _answer, ...replaced } = exchangeFact({ request: unsent, network })
    expect(entryOf(replaced)).toMatchObject({
      response: { status: 503, bodySize: 4, content: { size: 4, text: 'busy' } },
      _network: { did: 'answered 503 in place of the target', reachedTarget: false },
    })
  })
})

test('shows what had arrived of an answer that broke off', () => {
  const failure = { cause: 'truncated', detail: 'closed' } as const
  expect(entryOf(exchangeFact({ failure }))).toMatchObject({
    response: { status: response?.status, bodySize: 12 },
    _failure: failure,
  })
})

test('leaves out the credentials that a phone sent', () => {
  const headers = [
    ['Authorization', 'Basic cWE6c2VjcmV0'],
    ['proxy-authorization', 'Basic cWE6c2VjcmV0'],
  ] as const
  expect(entryOf(exchangeFact({ request: { ...request, headers } }))?.request.headers).toEqual([
    { name: 'Authorization', value: 'Basic (left out)' },
    { name: 'proxy-authorization', value: 'Basic (left out)' },
  ])
})

test('a page tells what the target wrote meanwhile', () => {
  const [page] = formatHar([traceOf(...askedFacts)]).log.pages
  expect(page).toEqual({
    startedDateTime: '2006-03-01T09:00:00.000Z',
    id: 'page_1',
    title: 'installs a suite (install/plain @ midp2-plain)',
    pageTimings: {},
    _targetLog: ['a', 'b'],
  })
})
