/** What a person sees of a call: on stdout what the phone shows, on stderr what goes over the air. */
import { count } from '../../report/views/layout.ts'
import { printable } from '../../report/views/printable.ts'
import type { EventOf, Exchange, TraceEvent } from '../../trace/events.ts'
import type { Subject } from '../../trace/suite-events.ts'
import { headerValue } from '../../wire/http-fields.ts'

export interface Telling {
  readonly out?: string
  readonly err?: string
}

/** @param codeOf status code of a queued report, by its id */
export function tellEvent(
  event: TraceEvent,
  codeOf: (reportId: string) => number | undefined,
): Telling {
  switch (event.type) {
    case 'http.exchanged':
      return { err: tellExchange(event) }
    case 'coverage.changed':
      return { err: event.covered ? 'coverage is back' : 'no coverage' }
    case 'prompt.shown':
      return { out: `? ${printable(event.text)}` }
    case 'prompt.answered':
      // Whether they are right is for the server to say.
      return {
        out: `> ${event.answer.replace(/^(?:right|wrong) credentials$/, 'user name and password')}`,
      }
    case 'push.discarded':
      return { out: printable(event.reason) }
    case 'package.verified':
      return { out: tellSignature(event) }
    case 'install.settled':
      return { out: tellOutcome(event) }
    case 'suite.launched':
      return { out: `${named(event.suite)} runs` }
    case 'client.contacted':
      return { out: tellContact(event) }
    case 'program.run':
      return { out: `${printable(event.program)} of ${named(event.suite)} runs at ${event.when}` }
    case 'suite.removed':
      return { out: `${named(event.suite)} is removed` }
    default:
      return tellReport(event, codeOf)
  }
}

function tellReport(event: TraceEvent, codeOf: (reportId: string) => number | undefined): Telling {
  switch (event.type) {
    case 'report.delivered':
      return { out: `report ${codeOf(event.id)} delivered` }
    case 'report.kept':
      return { out: `report ${codeOf(event.id)} kept after ${tried(event)}` }
    case 'report.abandoned':
      return { out: `report ${codeOf(event.id)} given up after ${tried(event)}` }
    default:
      return {}
  }
}

function tried({ attempts, reason }: EventOf<'report.kept' | 'report.abandoned'>): string {
  return `${count(attempts, 'attempt')}: ${printable(reason)}`
}

function tellExchange({ request, response, failure }: Exchange): string {
  const asked = `${request.method} ${printable(request.url)}`
  if (failure !== undefined) return `${asked}: ${printable(failure.detail)}`
  if (response === undefined) return `${asked}: no answer`
  const later = headerValue(response.headers, 'Retry-After')
  const wait = response.status === 503 && later !== undefined ? `, again in ${later} s` : ''
  return `${asked}: ${response.status}, ${count(response.body.length, 'octet')}${printable(wait)}`
}

function tellSignature({ trust, signer, detail }: EventOf<'package.verified'>): string {
  const by = signer === undefined ? '' : ` (${printable(signer)})`
  return `signature: ${trust}${by}${detail === undefined ? '' : `, ${printable(detail)}`}`
}

function tellOutcome({ outcome, code, reason, suite }: EventOf<'install.settled'>): string {
  if (outcome === 'installed' && suite !== undefined) {
    return `${named(suite)} ${printable(suite.version)} is installed`
  }
  return `not installed: ${printable(reason)}${code === undefined ? '' : ` (${code})`}`
}

function tellContact(event: EventOf<'client.contacted'>): string {
  const { suite, version, server, outcome, detail } = event
  const client = `${named(suite)} ${printable(version)}`.trimEnd()
  const place = printable(server)
  switch (outcome) {
    case 'accepted':
      return `${client} connected to ${place}: ${printable(detail)}`
    case 'refused':
      return `${client} was not welcome at ${place}: ${printable(detail)}`
    case 'failed':
    case 'no-coverage':
      return `${client} did not reach ${place}: ${printable(detail)}`
    default:
      return outcome satisfies never
  }
}

function named({ vendor, name }: Subject): string {
  return printable(`${name} of ${vendor}`)
}
