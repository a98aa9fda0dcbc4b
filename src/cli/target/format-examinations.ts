import { columnsOf, count } from '../../report/views/layout.ts'
import { excerpt } from '../../report/views/printable.ts'
import type { Style } from '../../report/reporter.ts'
import type { Examination } from '../../target/examination.ts'

const detailMax = 300

const styles = {
  works: 'green',
  fails: 'red',
  'not tried': 'yellow',
  'not given': 'dim',
} as const satisfies Readonly<Record<Examination['state'], Style>>

/** One line for each line of a target file; text with a final line end. */
export function formatExaminations(
  name: string,
  examinations: readonly Examination[],
  paint: (style: Style, text: string) => string,
): string {
  const states = ['works', 'fails', 'not tried', 'not given'] as const
  const counts = states
    .map((state) => [state, examinations.filter((one) => one.state === state).length] as const)
    .filter(([, number]) => number > 0)
    .map(([state, number]) => `${number} ${state}`)
  const inOrder = [
    ...examinations.filter(({ state }) => state !== 'not given'),
    ...examinations.filter(({ state }) => state === 'not given'),
  ]
  const rows = columnsOf(
    inOrder.map(({ state, line, detail }) => [state, line, excerpt(detail, detailMax)]),
    { indent: 2 },
  )
  const lines = inOrder.flatMap(({ state, hint }, index) => {
    const row = rows[index] ?? ''
    const painted = row.replace(state, paint(styles[state], state))
    return hint === undefined ? [painted] : [painted, `             hint: ${hint}`]
  })
  const head = `${excerpt(name, detailMax)}: ${count(examinations.length, 'line')}, ${counts.join(', ')}`
  return `${[head, ...lines].join('\n')}\n`
}

/** The same for programs. */
export function listExaminations(name: string, examinations: readonly Examination[]): string {
  const rows = examinations.map(({ unreached: _unreached, ...rest }) => rest)
  return `${JSON.stringify({ format: 1, target: name, examinations: rows }, undefined, 2)}\n`
}
