/** HTTP Archive 1.2 of the exchanges of traces, at their virtual times. */
import { headerValue, headerValues, parseSetCookie } from '../wire/http-fields.ts'
import type { SetCookie } from '../wire/http-fields.ts'
import { TRACE_FORMAT } from './events.ts'
import type { CaseFacts, Exchange, Header, RecordedRequest } from './events.ts'
import type { Trace } from './trace.ts'

/** What a HAR shows as the response: the target's own, or what the operator's network gave in its place. */
interface Shown {
  readonly status: number
  readonly statusText: string
  readonly httpVersion: string
  readonly headers: readonly Header[]
  readonly body: Uint8Array
  readonly headersSize: number
  readonly bodySize: number
}

/**
 * HAR 1.2: one page for each trace, one entry for each request that was sent or would have been. Where nothing was
 * answered the status is 0 and `_failure` tells why; `_network` tells what the operator's network did, `_targetLog` of a page
 * what the target wrote.
 */
export function formatHar(traces: readonly Trace[]) {
  const cases = traces.map((trace, index) => ({
    trace,
    id: `page_${index + 1}`,
    facts: trace.events.find((event) => event.type === 'case.started')?.facts,
  }))
  return {
    log: {
      version: '1.2',
      creator: {
        name: 'ota-handset',
        version: String(TRACE_FORMAT),
        comment: 'the version is that of the trace format',
      },
      pages: cases.map(({ trace, id, facts }) => ({
        ...formatPage(id, facts),
        ...formatLog(trace),
      })),
      entries: cases.flatMap(({ trace, id, facts }) =>
        trace.events
          .filter((event) => event.type === 'http.exchanged')
          .map((exchange) => formatEntry(exchange, { id, facts })),
      ),
    },
  }
}

function formatPage(id: string, facts: CaseFacts | undefined) {
  const title =
    facts === undefined ? id : `${facts.title} (${facts.scenario} @ ${facts.profile.id})`
  return { startedDateTime: instantAt(facts, 0), id, title, pageTimings: {} }
}

/** What the target itself wrote while the case was played. */
function formatLog({ events }: Trace) {
  const logged = events.findLast((event) => event.type === 'target.logged')
  return logged?.type === 'target.logged' ? { _targetLog: logged.lines } : {}
}

function formatEntry(
  exchange: Exchange,
  page: { readonly id: string; readonly facts: CaseFacts | undefined },
) {
  const { request, failure, network, startedAt, at } = exchange
  const ms = Math.max(0, at - startedAt)
  return {
    pageref: page.id,
    startedDateTime: instantAt(page.facts, startedAt),
    time: ms,
    request: formatRequest(request),
    response: formatResponse(shownOf(exchange)),
    cache: {},
    timings: { send: 0, wait: ms, receive: 0 },
    comment: exchange.purpose,
    ...(failure && { _failure: { cause: failure.cause, detail: failure.detail } }),
    ...(network && { _network: { did: network.did, reachedTarget: network.reachedTarget } }),
  }
}

/** Virtual time counts from the instant at which the case begins. */
function instantAt(facts: CaseFacts | undefined, virtualMs: number): string {
  const begin = facts === undefined ? 0 : Date.parse(facts.startsAt)
  return new Date(begin + virtualMs).toISOString()
}

function formatRequest({ method, url, version, headers, head, body }: RecordedRequest) {
  const mimeType = headerValue(headers, 'content-type') ?? ''
  const query = [...(URL.parse(url)?.searchParams ?? [])]
  return {
    method,
    url,
    httpVersion: `HTTP/${version}`,
    cookies: [],
    headers: formatHeaders(headers.map(withoutSecret)),
    queryString: query.map(([name, value]) => ({ name, value })),
    ...(body.length > 0 && { postData: { mimeType, text: new TextDecoder().decode(body) } }),
    headersSize: head.length > 0 ? head.length : -1,
    bodySize: body.length,
  }
}

const unanswered: Shown = {
  status: 0,
  statusText: '',
  httpVersion: '',
  headers: [],
  body: new Uint8Array(0),
  headersSize: -1,
  bodySize: -1,
}

function shownOf({ response, network }: Exchange): Shown {
  if (response !== undefined) {
    const { status, reason, version, headers, head, body } = response
    const sizes = { headersSize: head.length, bodySize: body.length }
    return { status, statusText: reason, httpVersion: `HTTP/${version}`, headers, body, ...sizes }
  }
  const delivered = network?.delivered
  if (delivered === undefined) return unanswered
  return { ...unanswered, ...delivered, bodySize: delivered.body.length }
}

function formatResponse({ headers, body, ...shown }: Shown) {
  const { status, statusText, httpVersion, headersSize, bodySize } = shown
  return {
    status,
    statusText,
    httpVersion,
    cookies: headerValues(headers, 'set-cookie').flatMap((value) => {
      const cookie = parseSetCookie(value)
      return cookie === undefined ? [] : [formatCookie(cookie)]
    }),
    headers: formatHeaders(headers),
    content: {
      size: body.length,
      mimeType: headerValue(headers, 'content-type') ?? 'x-unknown',
      ...formatContent(body),
    },
    redirectURL: headerValue(headers, 'location') ?? '',
    headersSize,
    bodySize,
  }
}

const secretFields = new Set(['authorization', 'proxy-authorization'])

/** HARs are passed on and uploaded; as browsers do, none says what a user typed. */
function withoutSecret([name, value]: Header): Header {
  return secretFields.has(name.toLowerCase())
    ? [name, value.replace(/ .*$/s, ' (left out)')]
    : [name, value]
}

function formatHeaders(headers: readonly Header[]) {
  return headers.map(([name, value]) => ({ name, value }))
}

function formatContent(body: Uint8Array) {
  if (body.length === 0) return {}
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body)
  // Text that did not survive decoding, or was never text, goes as base64.
  if (!/[\0\ufffd]/.test(text)) return { text }
  const octets = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  return { text: octets.toString('base64'), encoding: 'base64' }
}

function formatCookie({ name, value, attributes }: SetCookie) {
  const path = headerValue(attributes, 'path')
  const domain = headerValue(attributes, 'domain')
  const expires = Date.parse(headerValue(attributes, 'expires') ?? '')
  return {
    name,
    value,
    ...(path !== undefined && { path }),
    ...(domain !== undefined && { domain }),
    ...(!Number.isNaN(expires) && { expires: new Date(expires).toISOString() }),
    httpOnly: headerValue(attributes, 'httponly') !== undefined,
    secure: headerValue(attributes, 'secure') !== undefined,
  }
}
