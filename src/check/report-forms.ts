/** In what a status report departs from the plain one, so that each check judges one departure and no other. */
import { headerValue } from '../wire/http-fields.ts'
import { parseUrl } from '../wire/http-url.ts'
import { statusCodes } from '../wire/status-codes.table.ts'
import { type CheckContext, fail, inconclusive, type Judgement, pass } from './check.ts'
import type { Exchange, RecordedResponse } from '../trace/events.ts'
import type { DescriptorEvidence, Evidence, ReportEvidence } from './evidence.ts'

export type Departure =
  | 'line end'
  | 'no text'
  | 'other text'
  | 'content type'
  | 'chunked'
  | 'unknown code'
  | 'repeated'
  | 'late'
  | 'early'

/** Codes of MIDP 2.0; every other one is of a later document or a vendor. */
const knownCodes = { first: 900, last: 912 } as const

/** A report that comes so long after its descriptor is late. */
const lateMs = 2 * 86_400_000

const formsOf = new WeakMap<ReportEvidence, ReadonlySet<Departure>>()

/** Empty for a plain report: code, its own text, CR LF, no content type, a length, once, in time, after the package. */
export function departuresOf(
  report: ReportEvidence,
  context: CheckContext,
): ReadonlySet<Departure> {
  const known = formsOf.get(report)
  if (known !== undefined) return known
  const departures = new Set([...formDepartures(report), ...timeDepartures(report, context)])
  formsOf.set(report, departures)
  return departures
}

function formDepartures({ report, exchange }: ReportEvidence): readonly Departure[] {
  const { headers } = exchange.request
  const departures: Departure[] = []
  if (headerValue(headers, 'Content-Type') !== undefined) departures.push('content type')
  if (headerValue(headers, 'Transfer-Encoding') !== undefined) departures.push('chunked')
  if (report === undefined) return departures
  const { code, message, terminator } = report
  if (terminator !== 'crlf') departures.push('line end')
  const isUnknown = code < knownCodes.first || code > knownCodes.last
  if (isUnknown) departures.push('unknown code')
  if (message === '') departures.push('no text')
  else if (!isUnknown && !statusCodes.some((row) => row.code === code && row.message === message)) {
    departures.push('other text')
  }
  return departures
}

function timeDepartures(
  report: ReportEvidence,
  { evidence, facts }: CheckContext,
): readonly Departure[] {
  const departures: Departure[] = []
  const descriptor = descriptorOf(report, evidence)
  // A target whose clock stands still cannot know.
  if (movesClock({ evidence, facts }) && isLate(report, descriptor)) departures.push('late')
  if (descriptor !== undefined && !isFetched(descriptor, report, evidence)) departures.push('early')
  // A URL that stays the same gets the same report from each installation; only within one is it a repetition.
  const since = descriptor?.seq ?? 0
  const sent = evidence.all('http.exchanged').filter(({ seq }) => seq > since && seq < report.seq)
  if (sent.some((other) => mayHaveArrived(other) && isSame(other, report.exchange))) {
    departures.push('repeated')
  }
  return departures
}

/** Was the package of this descriptor asked for before the report? That of a later visit, at a URL of its own, is another. */
function isFetched(
  { seq, jarUrl }: DescriptorEvidence,
  report: ReportEvidence,
  evidence: Evidence,
): boolean {
  return evidence
    .exchanges('package')
    .some((one) => one.seq > seq && one.seq < report.seq && isSameUrl(one.request.url, jarUrl))
}

function isSameUrl(one: string, other: string | undefined): boolean {
  return one === other || parseUrl(one)?.href === parseUrl(other ?? '')?.href
}

/** The latest descriptor that named the URL of a report. */
function descriptorOf(
  { seq, exchange }: ReportEvidence,
  { descriptors }: Evidence,
): DescriptorEvidence | undefined {
  const { url } = exchange.request
  return descriptors.findLast(
    (one) =>
      one.seq < seq &&
      (one.value('MIDlet-Install-Notify') === url || one.value('MIDlet-Delete-Notify') === url),
  )
}

function isLate({ exchange }: ReportEvidence, descriptor: DescriptorEvidence | undefined): boolean {
  return descriptor !== undefined && exchange.startedAt - descriptor.exchange.at > lateMs
}

/** Reports that a phone sent days after their descriptor, whether or not the target's clock moved with it. */
export function lateReports(
  { evidence }: CheckContext,
  kind: ReportEvidence['kind'],
): readonly ReportEvidence[] {
  return evidence.reports.filter(
    (report) =>
      report.kind === kind &&
      report.exchange.startedAt > lateMs &&
      isLate(report, descriptorOf(report, evidence)),
  )
}

/** Did the clock of the target go with that of the phone? One that was asked to and did not has stood still. */
export function movesClock({ evidence, facts }: Pick<CheckContext, 'evidence' | 'facts'>): boolean {
  return (
    facts.target.clock &&
    evidence
      .all('target.asked')
      .every(({ verb, outcome }) => verb !== 'clock' || outcome === 'done')
  )
}

/** Late reports are judged only where the target's clock moved too; elsewhere they were not late to it. */
export function* judgeLate(
  context: CheckContext,
  kind: ReportEvidence['kind'],
): Iterable<Judgement> {
  if (movesClock(context)) {
    yield* judgeDeparting(context, { departure: 'late', kind }, 'a report that came late')
    return
  }
  for (const report of lateReports(context, kind)) {
    yield inconclusive(
      report,
      'needs target clock: to this server the report was not late (verbs.clock of the target file)',
    )
  }
}

/** Also when coverage or patience ended before the answer. */
function mayHaveArrived({ request, network, failure, response }: Exchange): boolean {
  const isSent =
    response !== undefined || network?.reachedTarget === true || failure?.cause === 'timeout'
  return request.method === 'POST' && isSent && network?.reachedTarget !== false
}

function isSame({ request: a }: Exchange, { request: b }: Exchange): boolean {
  const isEqualField = (name: string) =>
    headerValue(a.headers, name) === headerValue(b.headers, name)
  return (
    a.url === b.url &&
    Buffer.compare(a.body, b.body) === 0 &&
    isEqualField('Content-Type') &&
    isEqualField('Transfer-Encoding')
  )
}

/** Plain reports of one kind that the target answered or should have. */
export function plainReports(
  context: CheckContext,
  kind: ReportEvidence['kind'],
): readonly ReportEvidence[] {
  return context.evidence.reports.filter(
    (report) => report.kind === kind && departuresOf(report, context).size === 0,
  )
}

/** Reports with a departure, whatever else they depart in. */
export function departing(context: CheckContext, departure: Departure): readonly ReportEvidence[] {
  return context.evidence.reports.filter((report) => departuresOf(report, context).has(departure))
}

/**
 * A departing report must be answered 200 as its like without the departure was. Where that was not, or none was sent,
 * the answer says nothing of the departure.
 *
 * @param how the departure in the words of a finding: `a report without a line end`
 */
export function* judgeDeparting(
  context: CheckContext,
  asked: { readonly departure: Departure; readonly kind?: ReportEvidence['kind'] },
  how: string,
): Iterable<Judgement> {
  for (const report of departing(context, asked.departure)) {
    if (asked.kind !== undefined && report.kind !== asked.kind) continue
    const status = report.response?.status
    if (status === 200) {
      yield pass(report, `${how} was answered 200`)
      continue
    }
    if (status === undefined && !isBroken(report)) continue
    const like = findLike(context, report, asked.departure)
    if (like === undefined) {
      yield inconclusive(
        report,
        `blocked by ${blockerOf(report)}: nothing like it was answered 200`,
      )
    } else {
      yield fail(report, {
        actual: status === undefined ? `no answer to ${how}` : `${status} for ${how}`,
        expected: '200, as for its like',
        cause: like,
      })
    }
  }
}

function blockerOf({ kind }: ReportEvidence): string {
  return kind === 'delete' ? 'report/deletion-answered-with-200' : 'report/answered-with-200'
}

/** A report of the same kind, with every departure but one, that was answered 200. */
function findLike(
  context: CheckContext,
  report: ReportEvidence,
  departure: Departure,
): ReportEvidence | undefined {
  const others = departuresOf(report, context).difference(new Set([departure]))
  return context.evidence.reports.find((other) => {
    const departures = departuresOf(other, context)
    const isLike = departures.size === others.size && departures.isSubsetOf(others)
    return isLike && other.kind === report.kind && other.response?.status === 200
  })
}

/** The target ended the exchange without an answer; silence is judged by report/answered-in-time alone. */
export function isBroken({ exchange }: ReportEvidence): boolean {
  const cause = exchange.failure?.cause
  return cause === 'reset' || cause === 'truncated' || cause === 'malformed'
}

/** Reports whose answer came, whatever they look like. */
export function answeredReports({ evidence }: CheckContext): readonly AnsweredReport[] {
  return evidence.reports.filter(isAnswered)
}

type AnsweredReport = ReportEvidence & { readonly response: RecordedResponse }

function isAnswered(report: ReportEvidence): report is AnsweredReport {
  return report.response !== undefined
}
