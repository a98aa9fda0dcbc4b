/** An exchange of HTTP as packets. */
import { headerValues } from '../../wire/http-fields.ts'
import type { Exchange, FailureCause, RecordedResponse } from '../events.ts'
import type { TcpConversation } from './tcp-conversation.ts'

/** Nothing of these was on the line between the phone and the server. */
const unconnected: readonly FailureCause[] = ['dns', 'foreign-host']

const chunkedNote = 'the trace does not keep where its chunks began: drawn as one'

/** Did any of it come to the server? */
export function reachedServer({ request, failure, network }: Exchange): boolean {
  if (failure !== undefined && unconnected.includes(failure.cause)) return false
  return network?.reachedTarget !== false && request.head.length > 0
}

/** Octets of the payload of both sides, at most. */
export function octetsOf({ request, response }: Exchange): number {
  const answered = response === undefined ? 0 : response.head.length + response.body.length
  return request.head.length + request.body.length + answered
}

/** The octets are those of the trace. A response in chunks, which the trace joins, is drawn as one chunk. */
export function drawExchange(exchange: Exchange, conversation: TcpConversation): void {
  const { request, response, failure, startedAt } = exchange
  const at = Math.max(startedAt, exchange.at)
  if (failure?.cause === 'refused') {
    conversation.refuse(startedAt, commentOn(exchange))
    return
  }
  conversation.open(startedAt, commentOn(exchange))
  conversation.say('client', request.head, startedAt)
  conversation.say('client', request.body, startedAt)
  if (response !== undefined) {
    conversation.say('server', response.head, at)
    for (const part of bodyOf(response, failure !== undefined)) conversation.say('server', part, at)
  }
  if (failure === undefined || failure.cause === 'truncated') conversation.close('server', at)
  else if (failure.cause === 'reset') conversation.reset('server', at)
  // A phone without coverage says no more.
  else if (failure.cause !== 'no-coverage') conversation.close('client', at)
}

function isChunked({ headers }: RecordedResponse): boolean {
  return headerValues(headers, 'transfer-encoding').some((value) => /\bchunked\b/i.test(value))
}

function bodyOf(response: RecordedResponse, ended: boolean): readonly Uint8Array[] {
  const { body } = response
  if (!isChunked(response)) return [body]
  const ascii = new TextEncoder()
  const chunk =
    body.length === 0
      ? []
      : [ascii.encode(`${body.length.toString(16)}\r\n`), body, ascii.encode('\r\n')]
  return ended ? chunk : [...chunk, ascii.encode('0\r\n\r\n')]
}

function commentOn({ purpose, request, response, failure, network }: Exchange): string {
  return [
    purpose,
    ...(request.url.startsWith('https:') ? ['as it was inside TLS'] : []),
    ...(response !== undefined && isChunked(response) ? [chunkedNote] : []),
    ...(network === undefined ? [] : [`the network ${network.did}`]),
    ...(failure === undefined ? [] : [`${failure.cause}: ${failure.detail}`]),
  ].join('; ')
}
