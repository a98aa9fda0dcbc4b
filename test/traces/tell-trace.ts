/** A trace for a reader: one line an event, without octets. */
import type { EventOf, RecordedResponse, TraceEvent } from '../../src/trace/events.ts'
import type { StoreFacts, Subject } from '../../src/trace/suite-events.ts'
import type { PageLinkFact } from '../../src/trace/page-events.ts'
import type { Trace } from '../../src/trace/trace.ts'
import { escapeOctets } from '../../src/wire/escape.ts'

export function tellTrace({ events }: Trace): string {
  return events.map((event) => `${tellEvent(event)}\n`).join('')
}

function tellEvent(event: TraceEvent): string {
  const at = `${(event.at / 1000).toFixed(3)}s`.padStart(12)
  return `${at}  ${event.actor.padEnd(16)}  ${event.type.padEnd(19)}  ${tellFacts(event)}`.trimEnd()
}

function tellFacts(event: TraceEvent): string {
  switch (event.type) {
    case 'case.started':
      return `${event.facts.scenario} @ ${event.facts.profile.id}`
    case 'case.ended':
      return event.error?.message ?? ''
    case 'http.exchanged':
      return tellExchange(event)
    default:
      return Object.entries(event)
        .filter(([name]) => !told.includes(name))
        .map(tellFact)
        .join(', ')
  }
}

/** What every event has. */
const told: readonly string[] = ['seq', 'at', 'actor', 'type']

type SmallFact =
  | string
  | number
  | boolean
  | Subject
  | { readonly url: string; readonly ms: number }
  | readonly (string | StoreFacts | PageLinkFact)[]
  | Uint8Array

function tellFact([name, value]: readonly [string, SmallFact]): string {
  if (typeof value === 'boolean') return value ? name : `not ${name}`
  if (typeof value !== 'object') return String(value)
  if ('vendor' in value) return `${value.name} ${value.version} of ${value.vendor}`
  if ('ms' in value) return `on to ${value.url} after ${value.ms} ms`
  if (value instanceof Uint8Array) return `${value.length} octets`
  return value.map(tellOne).join(', ')
}

function tellOne(one: string | StoreFacts | PageLinkFact): string {
  if (typeof one === 'string') return one
  return 'store' in one ? tellStore(one) : `"${one.text}" to ${one.url}`
}

function tellStore({ store, records, bytes }: StoreFacts): string {
  return `${store} with ${records} records of ${bytes} octets`
}

function tellExchange(exchange: EventOf<'http.exchanged'>): string {
  const { request, response, failure, network, credentials, probe } = exchange
  const body = request.body.length === 0 ? '' : ` "${escapeOctets(request.body)}"`
  return [
    `${request.method} ${request.target}${body}`,
    ...(credentials === undefined ? [] : [`${credentials} credentials`]),
    ...(probe === undefined ? [] : [`probe ${probe}`]),
    ...(response === undefined ? [] : [tellResponse(response)]),
    ...(network === undefined ? [] : [`the network ${network.did}`]),
    ...(failure === undefined ? [] : [`${failure.cause}: ${failure.detail}`]),
  ].join(', ')
}

function tellResponse({ status, body }: RecordedResponse): string {
  return `${status} with ${body.length} octets`
}
