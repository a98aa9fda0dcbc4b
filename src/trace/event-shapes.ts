/** The shape of every event, for reading traces that somebody else may have written. Unknown fields are refused. */
import { caseShape as facts, nativeEnd, outcomeShape as outcome } from './case-shape.ts'
import { TRACE_FORMAT } from './events.ts'
import type {
  EventOf,
  ExchangeFailure,
  NetworkAct,
  RecordedRequest,
  RecordedResponse,
  TraceEvent,
  TraceEventType,
} from './events.ts'
import { discardRules } from './message-events.ts'
import type { StoreFacts, Subject } from './suite-events.ts'
import { clientFields } from './client-shapes.ts'
import { downloadFields } from './download-shapes.ts'
import { pageFields } from './page-shapes.ts'
import { statusFields } from './status-shapes.ts'
import { ticketFields } from './ticket-shapes.ts'
import { tlsFields } from './tls-shapes.ts'
import { nativePrompts } from './native-facts.ts'
import { purposes } from './purposes.table.ts'
import { signatureTrusts } from './verification-events.ts'
import {
  count,
  duration,
  flag,
  listOf,
  octets,
  oneOf,
  optional,
  pair,
  record,
  recordOf,
  show,
  text,
} from './shape.ts'
import type { Check, Fields } from './shape.ts'

type Common = 'type' | 'seq' | 'at' | 'actor'
type EventFields = { readonly [T in TraceEventType]: Fields<Omit<EventOf<T>, Common>> }

const headers = listOf(pair)
const texts = listOf(text)
const reportKind = oneOf('install', 'delete', 'download')
const suite = record<Subject>({ vendor: text, name: text, version: text, uid: optional(text) })
const storeFields: Fields<StoreFacts> = { store: text, records: count, bytes: count }
const stores = listOf(record<StoreFacts>(storeFields))
const measured = optional(record({ ms: duration }))
const prompt = oneOf(
  'page',
  'install',
  'credentials',
  'redirect',
  'package-only',
  'free-memory',
  'update',
  'retain-records',
  'delete',
  'next-page',
  ...nativePrompts,
)

const carrier = oneOf('sms', 'datagram')
const messageKind = oneOf('si', 'sl', 'text')
const discardRule = oneOf(...discardRules)

const request = record<RecordedRequest>({
  method: text,
  url: text,
  target: text,
  version: oneOf('1.0', '1.1'),
  headers,
  head: octets,
  body: octets,
})

const response = record<RecordedResponse>({
  status: count,
  reason: text,
  version: text,
  headers,
  head: octets,
  body: octets,
})

const failure = record<ExchangeFailure>({
  cause: oneOf(
    'refused',
    'reset',
    'timeout',
    'truncated',
    'malformed',
    'tls',
    'dns',
    'limit',
    'no-coverage',
    'cancelled',
    'foreign-host',
  ),
  detail: text,
})

const network = record<NetworkAct>({
  did: text,
  reachedTarget: flag,
  delivered: optional(record({ status: count, headers, body: octets })),
})

const fields: EventFields = {
  'case.started': { format: oneOf(TRACE_FORMAT), facts },
  'case.ended': {
    virtualMs: duration,
    error: optional(record({ code: text, message: text, hint: optional(text) })),
    measured,
  },
  'step.started': { step: count, verb: text },
  'step.failed': { step: count, verb: text, reason: text, absent: optional(flag) },
  'power.changed': { on: flag },
  'coverage.changed': { covered: flag },
  'target.asked': {
    verb: oneOf('push', 'cancel', 'publish', 'reset', 'clock', 'logs', 'status'),
    by: oneOf('http', 'exec', 'manual', 'built-in'),
    outcome: oneOf('done', 'failed'),
    detail: text,
  },
  'push.scripted': { what: texts },
  'push.ordered': { what: text, to: text },
  ...ticketFields,
  'target.logged': { lines: texts, cut: flag },
  'habit.worn': { quirks: texts },
  'link.opened': { url: text, by: optional(oneOf('text', 'si', 'sl')) },
  'link.dead': { url: text, reason: text },
  'download.kept': { url: text, octets: count },
  'download.resumed': { url: text, octets: count },
  ...pageFields,
  ...downloadFields,
  'uaprof.fetched': { url: text, by: text, got: text, served: flag },
  ...clientFields(suite),
  ...statusFields,
  ...tlsFields(failure),
  'http.exchanged': {
    purpose: oneOf(...purposes),
    startedAt: duration,
    request,
    response: optional(response),
    failure: optional(failure),
    network: optional(network),
    pace: optional(record({ bytesPerSecond: count, aheadBytesMax: optional(count) })),
    credentials: optional(oneOf('right', 'wrong')),
    probe: optional(
      oneOf(
        'missing-package',
        'get-notify-url',
        'unknown-session',
        'head-of-ticket',
        'head-of-link',
        'part-of-ticket',
        'forged-number',
        'wrong-ticket',
        'package-again',
      ),
    ),
    measured,
  },
  'bearer.exchanged': {
    bearer: text,
    session: text,
    direction: oneOf('to-network', 'from-network'),
    octets,
    measured,
  },
  'message.accepted': {
    message: text,
    bearer: text,
    sender: text,
    from: text,
    to: text,
    carrier,
    dataCoding: count,
    udh: octets,
    octets,
  },
  'message.carried': {
    message: text,
    bearer: text,
    from: text,
    to: text,
    carrier,
    octets,
    port: optional(count),
    air: optional(text),
  },
  'message.ended': { message: text, state: text },
  'push.received': {
    messages: texts,
    from: text,
    port: optional(count),
    contentType: text,
    application: optional(text),
    decoded: text,
  },
  'link.offered': {
    messages: texts,
    url: text,
    from: messageKind,
    text,
    signal: oneOf('low', 'medium', 'high', 'loads'),
  },
  'push.discarded': { messages: texts, rule: discardRule, reason: text },
  'inbox.changed': {
    change: oneOf('stored', 'replaced', 'removed'),
    held: count,
    kind: messageKind,
    text,
    url: optional(text),
  },
  'prompt.shown': { prompt, text },
  'prompt.answered': { prompt, answer: text },
  'descriptor.accepted': { url: text, suite },
  'install.started': { url: text, packageOnly: flag },
  'install.settled': {
    outcome,
    code: optional(count),
    native: optional(nativeEnd),
    reason: text,
    suite: optional(suite),
  },
  'package.verified': {
    suite,
    trust: oneOf(...signatureTrusts),
    signer: optional(text),
    root: optional(text),
    domain: optional(text),
    role: optional(text),
    detail: optional(text),
  },
  'suite.found': {
    suite,
    descriptorUrl: optional(text),
    packageUrl: text,
    signer: optional(text),
    stores,
  },
  'suite.installed': { suite, bytes: count, domain: optional(text), signer: optional(text) },
  'suite.updated': { suite, replaced: suite },
  'suite.launched': { suite },
  'suite.removed': { suite },
  'program.run': { suite, program: text, when: oneOf('installation', 'removal'), waited: flag },
  'records.written': { suite, ...storeFields },
  'records.read': { suite, stores },
  'records.kept': { suite, why: text, stores },
  'records.dropped': { suite, why: text, stores },
  'report.queued': { id: text, kind: reportKind, url: text, code: count },
  'report.delivered': { id: text, attempts: count },
  'report.kept': { id: text, attempts: count, reason: text },
  'report.abandoned': { id: text, attempts: count, reason: text },
}

const common: readonly (readonly [string, Check])[] = [
  ['type', text],
  ['seq', count],
  ['at', duration],
  ['actor', text],
]

const shapes: ReadonlyMap<unknown, Check> = new Map(
  Object.entries(fields).map(([type, own]) => [
    type,
    recordOf(new Map<string, Check>([...common, ...Object.entries(own)])),
  ]),
)

/** @param complain is told what is wrong, when something is */
export function isTraceEvent(
  value: unknown,
  complain: (problem: string) => void,
): value is TraceEvent {
  if (typeof value !== 'object' || value === null || !('type' in value)) {
    complain('Unexpected line without "type", expected an event')
    return false
  }
  const check = shapes.get(value.type)
  if (check === undefined) {
    complain(
      `type: Unexpected ${show(value.type)}, expected an event of trace format ${TRACE_FORMAT}`,
    )
    return false
  }
  const problem = check(value, '')
  if (problem !== undefined) complain(problem)
  return problem === undefined
}
