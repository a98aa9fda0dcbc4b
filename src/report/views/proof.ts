import type { Exchange, TraceEvent } from '../../trace/events.ts'
import type { Trace } from '../../trace/trace.ts'
import type { Finding } from '../../run/report-model.ts'

/** The event that proves a finding. */
export function proofOf(finding: Finding, trace: Trace | undefined): TraceEvent | undefined {
  return trace?.events.find(({ seq }) => seq === finding.at)
}

/** The exchange that proves a finding, or the one its second event shows, or none. */
export function exchangeOf(finding: Finding, trace: Trace | undefined): Exchange | undefined {
  const events = trace?.events ?? []
  return [finding.at, finding.cause]
    .map((at) => events.find(({ seq }) => seq === at))
    .find((event) => event?.type === 'http.exchanged')
}
