/** Did the case get to where its scenario leads? */
import { parseStatusReport } from '../wire/status-report.ts'
import type { CaseFacts, EventOf } from '../trace/events.ts'
import type { Trace } from '../trace/trace.ts'
import type { CaseReport } from './report-model.ts'

export interface Arrival {
  readonly outcome: CaseReport['outcome']
  readonly met: boolean
  /** Why not. */
  readonly reason: string | undefined
}

export function compareWithExpected(trace: Trace, expected: CaseFacts['expect']): Arrival {
  const settled = trace.events.findLast((event) => event.type === 'install.settled')
  const outcome = settled?.type === 'install.settled' ? outcomeOf(settled) : undefined
  const reason =
    failedStep(trace) ??
    (expected.outcome === undefined || expected.outcome === outcome?.kind
      ? (missingReport(trace, expected.report) ?? otherDomain(trace, expected.domain))
      : `expected ${expected.outcome}, came to ${describe(outcome)}`)
  return { outcome, met: reason === undefined, reason }
}

function outcomeOf(settled: EventOf<'install.settled'>): CaseReport['outcome'] {
  const { outcome: kind, code, reason } = settled
  return { kind, reason, ...(code === undefined ? {} : { code }) }
}

function describe(outcome: CaseReport['outcome']): string {
  if (outcome === undefined) return 'nothing'
  const code = outcome.code === undefined ? '' : ` (${outcome.code})`
  return `${outcome.kind}${code}: ${outcome.reason}`
}

function failedStep(trace: Trace): string | undefined {
  const failed = trace.events.find((event) => event.type === 'step.failed')
  return failed?.type === 'step.failed'
    ? `step ${failed.step + 1} (${failed.verb}) failed: ${failed.reason}`
    : undefined
}

function otherDomain(trace: Trace, domain: string | undefined): string | undefined {
  const installed = trace.events.findLast((event) => event.type === 'suite.installed')
  const found = installed?.type === 'suite.installed' ? installed.domain : undefined
  return domain === undefined || found === domain
    ? undefined
    : `expected a suite in the domain ${domain}, installed ${found === undefined ? 'none that is signed' : `one in ${found}`}`
}

/** A target that names no notify URL cannot be expected to get a report. */
function missingReport(trace: Trace, code: number | undefined): string | undefined {
  const queued = trace.events.some((event) => event.type === 'report.queued')
  if (code === undefined || !queued) return undefined
  const sent = trace.events.flatMap((event) =>
    event.type === 'http.exchanged' &&
    event.purpose === 'install-report' &&
    event.request.method === 'POST' &&
    event.request.body.length > 0
      ? [parseStatusReport(event.request.body).code]
      : [],
  )
  if (sent.at(-1) === code) return undefined
  return `expected a report of ${code}, sent ${sent.length === 0 ? 'none' : sent.join(', ')}`
}
