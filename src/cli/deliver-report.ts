import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Entry } from '../catalogue.ts'
import { loadChecks } from '../check/judge.ts'
import { findClause } from '../check/specs.ts'
import { didYouMean } from '../did-you-mean.ts'
import { UsageError } from '../errors.ts'
import { loadReporters } from '../report/reporter-catalogue.ts'
import type { Invocation, Page, Reporter, ReportInput } from '../report/reporter.ts'
import type { RunResult } from '../run/run.ts'
import { formatTrace } from '../trace/jsonl.ts'
import { exitCodeOf, type ExitCode } from './exit-codes.ts'
import type { ReportOptions } from './report-options.ts'
import type { Terminal } from './terminal.ts'

interface Delivery {
  readonly reporter: Reporter
  /** Absent: stdout. */
  readonly file: string | undefined
}

const fileColumns = 100

export type Deliver = (result: RunResult, invocation: Invocation) => Promise<ExitCode>

/**
 * Reads the wishes before anything is played, so that a typing error does not cost a run.
 *
 * @throws UsageError for a reporter that does not exist, and for two on stdout
 */
export async function prepareDelivery(
  options: ReportOptions,
  terminal: Terminal,
): Promise<Deliver> {
  const reporters = await loadReporters()
  const deliveries = readWishes(options.reporter, reporters)
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
    for (const { reporter, file } of deliveries) {
      if (file === undefined) terminal.out(reporter.render(onTerminal))
      else await write(file, reporter.render(onPaper))
    }
    if (options.out !== undefined) await keep(options.out, kept, onPaper, reporters)
    return exitCodeOf(kept.report)
  }
}

const paper: Omit<Page, 'verbose'> = { columns: fileColumns, paint: (_, text) => text }

function readWishes(
  words: readonly string[],
  reporters: readonly Entry<Reporter>[],
): readonly Delivery[] {
  const names = reporters.map(({ id }) => id).join('|')
  const between = new RegExp(`,(?=(?:${names})(?:[=,]|$))`)
  const wishes = words
    .flatMap((word) => word.split(between))
    .map((word) => {
      const [name = '', ...rest] = word.split('=')
      return {
        reporter: findReporter(name, reporters),
        file: rest.length === 0 ? undefined : rest.join('='),
      }
    })
  const onStdout = wishes.filter(({ file }) => file === undefined)
  if (onStdout.length > 1) {
    throw new UsageError('cli/two-on-stdout', 'only one report can go to stdout', {
      hint: 'Send the others to files: --reporter name=file.',
    })
  }
  if (onStdout.length === 1) return wishes
  return [{ reporter: findReporter('terminal', reporters), file: undefined }, ...wishes]
}

function findReporter(name: string, reporters: readonly Entry<Reporter>[]): Reporter {
  const found = reporters.find(({ id }) => id === name)
  if (found !== undefined) return found.value
  const names = reporters.map(({ id }) => id)
  throw new UsageError('cli/no-reporter', `there is no reporter "${name}"`, {
    hint: didYouMean(name, names) ?? `It may be ${names.join(', ')}.`,
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
  await write(join(folder, 'report.json'), findReporter('json', reporters).render(input))
  await write(join(folder, 'summary.txt'), findReporter('terminal', reporters).render(input))
  for (const { id, trace: file } of report.cases) {
    const trace = traces.get(id)
    if (trace === undefined || file === undefined || !file.startsWith('traces/')) continue
    await write(join(folder, file), formatTrace(trace))
  }
}

async function write(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new UsageError('cli/cannot-write', `cannot write ${file}: ${why}`, { cause: error })
  }
}
