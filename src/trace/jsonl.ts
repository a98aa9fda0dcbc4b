/**
 * Traces as lines of JSON: one event a line, the first is `case.started`. Octets stand on lines of their own before
 * their first use, once each, and events name them by SHA-256.
 */
import { hash } from 'node:crypto'
import { DataError } from '../errors.ts'
import type { EventOf, Exchange, TraceEvent } from './events.ts'
import { TraceReader, traceLimits } from './trace-reader.ts'
import type { Trace } from './trace.ts'

/** One trace, each line ended by LF. */
export function formatTrace(trace: Trace): string {
  const stored = new Set<string>()
  let lines = ''
  for (const event of trace.events) {
    const line = formatEvent(event, (octets) => {
      const sha256 = hash('sha256', octets, 'hex')
      if (stored.has(sha256)) return sha256
      stored.add(sha256)
      const base64 = Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength)
      lines += `${JSON.stringify({ type: 'octets', sha256, base64: base64.toString('base64') })}\n`
      return sha256
    })
    lines += `${line}\n`
  }
  return lines
}

/**
 * Reads what `formatTrace` wrote. A trace that was cut between two lines is read as far as it goes: it has no
 * `case.ended`.
 *
 * @param file names the text in complaints
 * @throws DataError `trace/line`, `trace/empty` or `trace/too-large`, at `file:line:column`
 */
export function parseTrace(text: string, file = 'trace.jsonl'): Trace {
  const { traceCharactersMax, traceLinesMax } = traceLimits
  if (text.length > traceCharactersMax)
    throw tooLarge(file, `traceCharactersMax, ${traceCharactersMax}`)
  const reader = new TraceReader(file)
  let number = 0
  for (let start = 0; start < text.length;) {
    const lf = text.indexOf('\n', start)
    const end = lf === -1 ? text.length : lf
    number += 1
    if (number > traceLinesMax) throw tooLarge(file, `traceLinesMax, ${traceLinesMax}`)
    reader.readLine(text.slice(start, end), number)
    start = end + 1
  }
  if (reader.events.length > 0) return { events: reader.events }
  throw new DataError('trace/empty', 'Unexpected empty trace, expected case.started', {
    place: `${file}:1:1`,
    hint: 'Give a trace that `ota run --out` wrote.',
  })
}

function tooLarge(file: string, limit: string): DataError {
  return new DataError('trace/too-large', `the trace is larger than ${limit}`, { place: file })
}

/**
 * SHA-256 in hex over the event lines of the JSONL without `measured` and pictures. Octets count through the digests by which
 * events name them.
 */
export function hashTrace(trace: Trace): string {
  let lines = ''
  for (const event of trace.events) {
    const line = formatEvent(withoutMeasured(event), (octets) => hash('sha256', octets, 'hex'))
    lines += `${line}\n`
  }
  return hash('sha256', lines, 'hex')
}

function withoutMeasured(event: TraceEvent): TraceEvent {
  // The words of a server, which may hold the time of day.
  if (event.type === 'target.asked') return { ...event, detail: '' }
  if (event.type === 'target.logged') return { ...event, lines: [], cut: false }
  if (event.type === 'page.rendered') {
    // The same page looks otherwise where there are other fonts.
    const { screenshot: _screenshot, ...rest } = event
    return rest
  }
  if (event.type === 'tls.shaken') {
    const { day: _day, ...rest } = event
    return rest
  }
  if (event.type !== 'http.exchanged' && event.type !== 'case.ended') return event
  const { measured: _measured, ...rest } = event
  return rest
}

type NameOctets = (octets: Uint8Array) => string

/** Octets stand only where this puts their names. */
function formatEvent(event: TraceEvent, nameOctets: NameOctets): string {
  const named = (octets: Uint8Array) => ({ $octets: nameOctets(octets) })
  switch (event.type) {
    case 'http.exchanged':
      return formatExchange(event, named)
    case 'bearer.exchanged':
    case 'message.carried':
      return JSON.stringify({ ...event, octets: named(event.octets) })
    case 'message.accepted':
      return JSON.stringify({ ...event, udh: named(event.udh), octets: named(event.octets) })
    case 'client.contacted':
      return formatContact(event, named)
    case 'tls.roots':
      return JSON.stringify({ ...event, roots: event.roots.map(named) })
    case 'tls.shaken':
      return JSON.stringify({ ...event, certificates: event.certificates.map(named) })
    case 'page.rendered': {
      const { screenshot } = event
      return JSON.stringify({ ...event, ...(screenshot && { screenshot: named(screenshot) }) })
    }
    default:
      return JSON.stringify(event)
  }
}

type Name = (octets: Uint8Array) => { readonly $octets: string }

function formatContact(event: EventOf<'client.contacted'>, named: Name): string {
  const { sent, received } = event
  return JSON.stringify({
    ...event,
    ...(sent && { sent: named(sent) }),
    ...(received && { received: named(received) }),
  })
}

function formatExchange(event: Exchange, named: Name): string {
  const { request, response, network } = event
  const message = <T extends { readonly head: Uint8Array; readonly body: Uint8Array }>(one: T) => ({
    ...one,
    head: named(one.head),
    body: named(one.body),
  })
  const delivered = network?.delivered
  // Spread over the event, so that every field keeps its place in the line.
  return JSON.stringify({
    ...event,
    request: message(request),
    ...(response && { response: message(response) }),
    ...(delivered && {
      network: { ...network, delivered: { ...delivered, body: named(delivered.body) } },
    }),
  })
}
