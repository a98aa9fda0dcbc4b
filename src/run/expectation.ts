/** Did the case get to where its scenario leads? */
import { parseStatusReport } from '../wire/status-report.ts'
import type { CaseFacts, EventOf, InstallOutcomeKind } from '../trace/events.ts'
import type { NativeEnd } from '../trace/native-ends.table.ts'
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
  const isAsExpected = expected.outcome === undefined || expected.outcome === outcome?.kind
  const step = failedStep(trace)
  const other = isAsExpected ? undefined : otherEnd(expected.outcome, outcome)
  const reason =
    step === undefined
      ? (other ??
        otherNative(outcome, expected.native) ??
        missingReport(trace, expected.report) ??
        otherDomain(trace, expected.domain))
      : joinReasons(outcome === undefined ? undefined : other, step)
  return { outcome, met: reason === undefined, reason }
}

function outcomeOf(settled: EventOf<'install.settled'>): CaseReport['outcome'] {
  const { outcome: kind, code, native, reason } = settled
  return {
    kind,
    reason,
    ...(code === undefined ? {} : { code }),
    ...(native === undefined ? {} : { native }),
  }
}

/** In words of somebody who has not read the scenario. */
const ends = {
  installed: { wanted: 'an installed suite', came: 'a suite was installed' },
  refused: { wanted: 'a refusal', came: 'the phone refused' },
  cancelled: { wanted: 'a cancellation', came: 'the installation was cancelled' },
  'dead-end': { wanted: 'a link without a suite', came: 'the link led to no suite' },
} as const satisfies Readonly<Record<InstallOutcomeKind, object>>

function otherEnd(
  wanted: InstallOutcomeKind = 'installed',
  outcome: CaseReport['outcome'],
): string {
  const expected = `expected ${ends[wanted].wanted}`
  if (outcome === undefined) return `${expected}, but the phone came to no end`
  const { kind, code, native, reason } = outcome
  const sign = code ?? native
  const told = sign === undefined || kind === 'installed' ? '' : ` with ${sign}`
  const why = kind === 'installed' ? '' : `: ${reason}`
  return `${expected}, but ${ends[kind].came}${told}${why}`
}

function otherNative(
  outcome: CaseReport['outcome'],
  native: NativeEnd | undefined,
): string | undefined {
  if (native === undefined || outcome?.native === native) return undefined
  return `expected the phone to end with ${native}, not with ${outcome?.native ?? 'anything of the kind'}`
}

function failedStep(trace: Trace): string | undefined {
  const failed = trace.events.find((event) => event.type === 'step.failed')
  return failed?.type === 'step.failed'
    ? `step ${failed.step + 1} of the scenario (${failed.verb}) failed: ${failed.reason}`
    : undefined
}

/** Where the phone ended explains why the scenario could not go on. */
function joinReasons(end: string | undefined, step: string): string {
  return end === undefined ? step : `${end}; ${step}`
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
    (event.purpose === 'install-report' || event.purpose === 'download-report') &&
    event.request.method === 'POST' &&
    event.request.body.length > 0
      ? [parseStatusReport(event.request.body).code]
      : [],
  )
  if (sent.at(-1) === code) return undefined
  return `expected a report of ${code}, sent ${sent.length === 0 ? 'none' : sent.join(', ')}`
}
