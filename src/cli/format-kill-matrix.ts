import type { Page } from '../report/reporter.ts'
import { count, labelled } from '../report/views/layout.ts'
import { isExact } from '../run/kill-matrix.ts'
import type { FaultRow, KillMatrix } from '../run/kill-matrix.ts'

/** What the self-test found, the verdict first; text with a final line end. */
export function formatKillMatrix(matrix: KillMatrix, page: Page): string {
  const { rows, kills, unproven, unexercised, red, proven } = matrix
  const wrong = rows.filter((row) => !isExact(row))
  const margin = { indent: 2, labelWidth: 13, columns: page.columns }
  const lines = [
    (proven ? page.paint('green', 'PROVEN') : page.paint('red', 'NOT PROVEN')) +
      `: ${kills.length - unproven.length} of ${count(kills.length, 'check')} killed by ${count(rows.length, 'fault')}`,
    ...labelled('Unproven', unproven, margin),
    ...labelled('Unexercised', unexercised, margin),
    ...labelled('Red', red, margin),
    ...wrong.flatMap((row) => ['', ...rowLines(row, page)]),
    ...(page.verbose ? ['', ...rows.filter(isExact).flatMap((row) => rowLines(row, page))] : []),
  ]
  return `${lines.join('\n')}\n`
}

function rowLines(row: FaultRow, page: Page): readonly string[] {
  const { fault, title, breaks, failed, missed, unrelated, errors } = row
  const margin = { indent: 4, labelWidth: 11, columns: page.columns }
  const killed = breaks.filter((check) => failed.includes(check))
  return [
    `  ${isExact(row) ? page.paint('green', 'ok') : page.paint('red', 'wrong')} ${fault}: ${title}`,
    ...labelled('Killed', killed.join(', '), margin),
    ...labelled('Missed', missed.join(', '), margin),
    ...labelled('Unrelated', unrelated.join(', '), margin),
    ...(errors === 0 ? [] : labelled('Errors', `in ${count(errors, 'case')}`, margin)),
  ]
}
