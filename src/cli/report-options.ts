/** The options that every command with a report has. */
import { Option, type Command } from 'commander'
import type { FailOn } from '../check/verdict.ts'

export interface ReportOptions {
  /** `name` or `name=file`. */
  readonly reporter: readonly string[]
  readonly out?: string
  readonly failOn: FailOn
  readonly verbose?: boolean
}

export function addReportOptions(command: Command): Command {
  return command
    .option(
      '--reporter <name[=file]>',
      'terminal, json, junit, markdown, har or pcapng; to stdout, or to a file; may be repeated, or joined by commas',
      (word: string, words: readonly string[]) => [...words, word],
      [],
    )
    .option('--out <folder>', 'keep report.json, summary.txt and all traces there')
    .addOption(
      new Option('--fail-on <level>', 'lowest level at which a failed check fails the target')
        .choices(['must', 'should'])
        .default('must'),
    )
    .option('--verbose', 'show the evidence of passed checks too, and warnings in full')
    .addHelpText(
      'after',
      `
Reports: the terminal summary goes to stdout unless another reporter does. Files are written only
where --out or --reporter name=file says so.`,
    )
}
