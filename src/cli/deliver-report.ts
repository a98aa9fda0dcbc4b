import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Entry } from '../catalogue.ts'
import { loadChecks } from '../check/judge.ts'
import { findClause } from '../check/specs.ts'
import { UsageError } from '../errors.ts'
import { loadReporters } from '../report/reporter-catalogue.ts'
import type { Invocation, Reporter, ReportInput } from '../report/reporter.ts'
import type { RunResult } from '../run/run.ts'
import { formatTrace } from '../trace/jsonl.ts'
import type { Trace } from '../trace/trace.ts'
import { exitCodeOf, type ExitCode } from './exit-codes.ts'
import { findFormat, makePlaces, paper, readWishes, writeReport } from './report-wishes.ts'
import type { ReportOptions } from './report-options.ts'
import type { Terminal } from './terminal.ts'

export type Deliver = (result: RunResult, invocation: Invocation) => Promise<ExitCode>

/**
 * Reads the wishes before anything is played, so that neither a typing error nor a place that cannot be written to costs a run.
 *
 * @throws UsageError for a reporter that does not exist, for two on stdout, and for a folder that cannot be written to
 */
export async function prepareDelivery(
  options: ReportOptions,
  terminal: Terminal,
): Promise<Deliver> {
  const reporters = await loadReporters()
  const deliveries = readWishes(options.reporter, reporters)
  refuseOctets(deliveries, terminal)
  await makePlaces(deliveries, options.out)
  const checks = new Map((await loadChecks()).map(({ id, value }) => [id, value]))
  return async (result, invocation) => {
    const kept = options.out === undefined ? result : nameTraces(result)
    const input = {
      report: kept.report,
      traces: kept.traces,
      clauses: findClause,
      checks: (id: string) => checks.get(id),
      failOn: options.failOn,
      invocation,
    }
    const verbose = options.verbose === true
    const onTerminal = { ...input, page: { ...terminal, verbose } }
    const onPaper = { ...input, page: { ...paper, verbose } }
    for (const { format: reporter, file } of deliveries) {
      if (file === undefined) terminal.out(reporter.render(onTerminal))
      else await writeReport(file, reporter.render(onPaper))
    }
    if (options.out !== undefined) await keep(options.out, kept, onPaper, reporters)
    return exitCodeOf(kept.report)
  }
}

function refuseOctets(
  deliveries: ReturnType<typeof readWishes<Reporter>>,
  { watched }: Terminal,
): void {
  const shown = deliveries.find(({ format, file }) => file === undefined && format.binary === true)
  if (shown === undefined || !watched) return
  throw new UsageError('cli/octets', 'a report of octets is nothing for a terminal', {
    hint: `Send it to a file: --reporter name=FILE${shown.format.extension}`,
  })
}

/** Gives each case the path its trace will have, relative to the report. */
function nameTraces({ report, traces }: RunResult): RunResult {
  const cases = report.cases.map((one) =>
    traces.has(one.id) && one.trace === undefined
      ? { ...one, trace: `traces/${one.scenario}@${one.profile}.jsonl` }
      : one,
  )
  return { report: { ...report, cases }, traces }
}

async function keep(
  folder: string,
  { report, traces }: RunResult,
  input: ReportInput,
  reporters: readonly Entry<Reporter>[],
): Promise<void> {
  await forgetFormer(folder, new Set(report.cases.map(({ trace }) => trace)))
  await writeReport(join(folder, 'report.json'), findFormat('json', reporters).render(input))
  await writeReport(join(folder, 'summary.txt'), findFormat('terminal', reporters).render(input))
  for (const { id, trace: file } of report.cases) {
    const trace = traces.get(id)
    if (trace === undefined || file === undefined || !file.startsWith('traces/')) continue
    await writeReport(join(folder, file), formatTrace(trace))
    for (const [index, picture] of picturesOf(trace).entries()) {
      await writeReport(join(folder, file.replace(/jsonl$/, `page-${index + 1}.png`)), picture)
    }
  }
}

/** What the phone's screen showed of pages, in the order of the trace, where a browser drew it. */
function picturesOf({ events }: Trace): readonly Uint8Array[] {
  return events.flatMap((event) => {
    const screenshot = event.type === 'page.rendered' ? event.screenshot : undefined
    return screenshot === undefined ? [] : [screenshot]
  })
}

const ourTrace = /^traces\/(?:[\w-]+\/)*[\w.-]+@[\w.-]+\.jsonl$/

/** Traces of an earlier run that was kept there, by its own report, would be judged along with those of this one. */
async function forgetFormer(folder: string, kept: ReadonlySet<string | undefined>): Promise<void> {
  const text = await readFile(join(folder, 'report.json'), 'utf8').catch(() => '')
  for (const [, name = ''] of text.matchAll(/^ {6}"trace": "([^"\\]+)",?$/gm)) {
    if (ourTrace.test(name) && !kept.has(name)) await rm(join(folder, name), { force: true })
  }
}
