import { count } from '../report/views/layout.ts'
import { markdownTable, markdownText } from '../report/views/markdown-text.ts'
import { isExact } from '../run/kill-matrix.ts'
import type { FaultRow, KillMatrix } from '../run/kill-matrix.ts'

/** What the self-test found as Markdown: every check and what kills it, every fault and what it breaks. */
export function tabulateKillMatrix(matrix: KillMatrix): string {
  const { rows, kills, unproven, unexercised, red, proven } = matrix
  const blocks = [
    `# Kill matrix: ${proven ? 'proven' : 'not proven'}`,
    `${kills.length - unproven.length} of ${count(kills.length, 'check')} killed by ${count(rows.length, 'fault')} of the reference server. ` +
      'A check is killed by a fault that it was made to see and that it fails for.',
    [
      tellList('Unproven, no fault kills them', unproven),
      tellList('Unexercised, they judged nothing', unexercised),
      tellList('Red, they fail on the server without a fault', red),
      tellList('Faults that did not break exactly what they should', wrongFaults(rows)),
    ].join('\n'),
    '## Checks',
    table(
      ['check', 'killed by'],
      kills.map(({ check, faults }) => [check, faults.length === 0 ? 'nothing' : list(faults)]),
    ),
    '## Faults',
    table(
      ['fault', 'the server', 'breaks'],
      rows.map(({ fault, title, breaks }) => [fault, markdownText(title), list(breaks)]),
    ),
  ]
  return `${blocks.join('\n\n')}\n`
}

function wrongFaults(rows: readonly FaultRow[]): readonly string[] {
  return rows
    .filter((row) => !isExact(row))
    .map(({ fault, missed, unrelated, errors }) => {
      const why = [
        ...(missed.length === 0 ? [] : [`missed by ${list(missed)}`]),
        ...(unrelated.length === 0 ? [] : [`also fails ${list(unrelated)}`]),
        ...(errors === 0 ? [] : [`errors in ${count(errors, 'case')}`]),
      ]
      return `${fault} (${why.join('; ')})`
    })
}

function tellList(title: string, names: readonly string[]): string {
  return `- ${title}: ${names.length === 0 ? 'none' : list(names)}`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return markdownTable([head, ...rows]).join('\n')
}

function list(names: readonly string[]): string {
  return names.join(', ')
}
