import type { Check } from '../check/check.ts'
import type { Clause } from '../check/specs.ts'
import type { FailOn } from '../check/verdict.ts'
import type { RunReport } from '../run/report-model.ts'
import type { Trace } from '../trace/trace.ts'

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan'

/** What a report is written on. */
export interface Page {
  readonly columns: number
  /** Colours text, or gives it back as it is. */
  readonly paint: (style: Style, text: string) => string
  /** Passes with their evidence, and every warning in full. */
  readonly verbose: boolean
}

/** How the run was asked for, so that a report can say how to ask for one case of it again. */
export interface Invocation {
  readonly command: 'run' | 'check' | 'judge'
  /** Target as given on the command line. */
  readonly target?: string
  readonly fault?: string
}

export interface ReportInput {
  readonly report: RunReport
  /** By case id; cases that were not played have none. */
  readonly traces: ReadonlyMap<string, Trace>
  readonly clauses: (id: string) => Clause | undefined
  readonly checks: (id: string) => Pick<Check, 'explain'> | undefined
  readonly failOn: FailOn
  readonly invocation: Invocation
  readonly page: Page
}

/** One format of a report, in text or in octets. Its name is its file name below `reporters/`. */
export interface Reporter<Rendered extends string | Uint8Array = string | Uint8Array> {
  /** What it is for, as the end of "`--reporter name`: …". */
  readonly title: string
  /** With its dot, for a file whose name was not given. */
  readonly extension: string
  /** What it renders is octets, nothing for a screen. */
  readonly binary?: boolean
  /** Pure. Text has a final line end; whatever comes from the target is escaped as the format asks. */
  readonly render: (input: ReportInput) => Rendered
}

/** Declares a reporter. */
export function defineReporter<Rendered extends string | Uint8Array>(
  reporter: Reporter<Rendered>,
): Reporter<Rendered> {
  return reporter
}
