/** From the errors of sockets and of undici to the causes of a trace. */
import type { ExchangeFailure, FailureCause, RecordedResponse } from '../trace/events.ts'
import { headerValue, headerValues } from '../wire/http-fields.ts'

/** How far an exchange was when it broke. */
export interface Progress {
  /** The connection was open. */
  readonly connected: boolean
  readonly secure: boolean
  /** Octets of the response head, if it had not ended. */
  readonly heldBytes: number
  /** What had arrived, once the head was whole. */
  readonly response: RecordedResponse | undefined
  /** The parser accepted the head. */
  readonly started: boolean
}

const causes: ReadonlyMap<string, FailureCause> = new Map<string, FailureCause>([
  ['EAI_AGAIN', 'dns'],
  ['EAI_FAIL', 'dns'],
  ['ENODATA', 'dns'],
  ['ENOTFOUND', 'dns'],
  ['EACCES', 'refused'],
  ['EADDRNOTAVAIL', 'refused'],
  ['ECONNREFUSED', 'refused'],
  ['EHOSTDOWN', 'refused'],
  ['EHOSTUNREACH', 'refused'],
  ['ENETUNREACH', 'refused'],
  ['ETIMEDOUT', 'timeout'],
  ['ECONNABORTED', 'reset'],
  ['ECONNRESET', 'reset'],
  ['EPIPE', 'reset'],
  ['UND_ERR_HEADERS_OVERFLOW', 'limit'],
])

export function causeOf(error: Error): FailureCause | undefined {
  return causes.get(codeOf(error))
}

/** Where several addresses were tried, each has an error of its own. */
export function messageOf(error: Error): string {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : undefined
  return first instanceof Error ? first.message : error.message
}

export function explainFailure(error: Error, progress: Progress): ExchangeFailure {
  const code = codeOf(error)
  const cause = causes.get(code)
  if (!progress.connected) {
    return { cause: cause ?? whileOpening(progress), detail: withoutPlace(error) }
  }
  if (code === 'UND_ERR_SOCKET' && error.message !== 'bad upgrade') return explainClose(progress)
  if (cause === 'reset' || cause === 'timeout') {
    return { cause, detail: `the connection broke (${code}) ${whereIn(progress)}` }
  }
  if (cause !== undefined) return { cause, detail: error.message }
  if (code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS')) {
    return { cause: 'tls', detail: withoutPlace(error) }
  }
  if (progress.started && isEarlyEnd(error)) return explainClose(progress)
  return { cause: 'malformed', detail: explainRejection(error, progress) }
}

/** undici gives the code to every parse error of a response that states a length; only the end comes after its start. */
function isEarlyEnd(error: Error): boolean {
  return (
    codeOf(error) === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' ||
    error.message.endsWith('(Invalid EOF state)')
  )
}

/** Messages of OpenSSL name a thread and a line of its source: every time others. */
function withoutPlace(error: Error): string {
  return 'reason' in error && typeof error.reason === 'string' ? error.reason : error.message
}

function whileOpening({ secure }: Progress): FailureCause {
  return secure ? 'tls' : 'reset'
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** Was the connection lost before the target said anything? */
export function isSilentClose(error: Error, { heldBytes, response }: Progress): boolean {
  const code = codeOf(error)
  const closed = code === 'UND_ERR_SOCKET' || causes.get(code) === 'reset'
  return closed && heldBytes === 0 && response === undefined
}

function explainClose(progress: Progress): ExchangeFailure {
  const { heldBytes, response } = progress
  const silent = heldBytes === 0 && response === undefined
  const cause = silent ? 'reset' : 'truncated'
  return { cause, detail: `the target closed the connection ${whereIn(progress)}` }
}

function whereIn({ heldBytes, response }: Progress): string {
  if (response === undefined) {
    return heldBytes === 0 ? 'without an answer' : `after ${heldBytes} octets of the response head`
  }
  const length = headerValue(response.headers, 'content-length')
  const expected = length === undefined ? 'the end of the body' : `Content-Length ${length}`
  return `after ${response.body.length} octets of the body, expected ${expected}`
}

function explainRejection(error: Error, { response }: Progress): string {
  if (response === undefined) return error.message
  const { headers, head, status } = response
  if (status === 101) return 'Unexpected status 101, expected a final response'
  const lengths = headerValues(headers, 'content-length').length
  if (lengths > 0 && headerValue(headers, 'transfer-encoding') !== undefined) {
    return 'Unexpected Content-Length beside Transfer-Encoding, expected one of them'
  }
  if (lengths > 1) return `Unexpected ${lengths} Content-Length fields, expected one`
  if (hasBareLf(head)) return 'Unexpected LF without CR in the response head, expected CR LF'
  return error.message
}

function hasBareLf(head: Uint8Array): boolean {
  return head.some((octet, index) => octet === 10 && head[index - 1] !== 13)
}
