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
import { openKeptFiles } from './kept-files.ts'
import type { KeptFiles } from './kept-files.ts'
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
  const keeping =
    options.out === undefined
      ? undefined
      : { folder: options.out, files: await openKeptFiles(options.out) }
  const checks = new Map((await loadChecks()).map(({ id, value }) => [id, value]))
  return async (result, invocation) => {
    const kept = keeping === undefined ? result : nameTraces(result)
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
    if (keeping !== undefined) await keep(keeping, kept, onPaper, reporters)
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

interface Keeping {
  readonly folder: string
  readonly files: KeptFiles
}

async function keep(
  { folder, files }: Keeping,
  { report, traces }: RunResult,
  input: ReportInput,
  reporters: readonly Entry<Reporter>[],
): Promise<void> {
  // A trace that is judged again lies where it lies, and nothing of a run is taken away.
  const isOwn = input.invocation.command !== 'judge'
  const own = report.cases.flatMap(({ id, trace: file }) =>
    isOwn && file !== undefined && traces.has(id) ? [{ id, file }] : [],
  )
  if (isOwn) await files.begin(own.map(({ file }) => file))
  await writeReport(join(folder, 'report.json'), findFormat('json', reporters).render(input))
  await writeReport(join(folder, 'summary.txt'), findFormat('terminal', reporters).render(input))
  const written: string[] = []
  for (const { id, file } of own) {
    const trace = traces.get(id)
    if (trace === undefined) continue
    for (const [name, content] of [
      [file, formatTrace(trace)] as const,
      ...picturesOf(trace, file),
    ]) {
      await writeReport(join(folder, name), content)
      written.push(name)
    }
  }
  if (isOwn) await files.end(written)
}

/** What the phone's screen showed of pages, in the order of the trace, where a browser drew it. */
function picturesOf({ events }: Trace, file: string): readonly (readonly [string, Uint8Array])[] {
  const pictures = events.flatMap((event) => {
    const screenshot = event.type === 'page.rendered' ? event.screenshot : undefined
    return screenshot === undefined ? [] : [screenshot]
  })
  return pictures.map((picture, index) => [
    file.replace(/jsonl$/, `page-${index + 1}.png`),
    picture,
  ])
}
