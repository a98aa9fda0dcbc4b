/** The report of the reference run, as files that are kept: what every check saw, and which fault kills it. */
import { loadChecks } from '../src/check/judge.ts'
import { run } from '../src/index.ts'
import { loadFaults } from '../src/reference/faults.ts'

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Every check on the reference without a fault, without figures that change from machine to machine. */
export async function tellReferenceRun(): Promise<string> {
  const { report } = await run()
  const { cases, checks, exercised, seed, startsAt, traceHash, verdict } = report
  const rows = checks.map((one) => [
    one.row ?? '',
    one.check,
    one.level,
    one.clause,
    one.verdict,
    `${one.exercised}`,
  ])
  return `# The reference run

\`npx ota run\` on the embedded server: **${verdict}**, ${exercised} checks exercised in ${cases.length} cases.
Seed ${seed}, virtual clock from ${startsAt}, trace hash \`${traceHash}\`.

${table(['row', 'check', 'level', 'clause', 'verdict', 'cases'], rows)}
`
}

/** What \`ota self-test\` proves; that each fault breaks exactly what it names is tested in \`test/faults.test.ts\`. */
export async function tellKillMatrix(): Promise<string> {
  const [checks, faults] = await Promise.all([loadChecks(), loadFaults()])
  const killers = (check: string) => faults.filter(({ value }) => value.breaks.includes(check))
  const unproven = checks.filter(({ id }) => killers(id).length === 0).map(({ id }) => id)
  return `# The kill matrix

${checks.length} checks, ${faults.length} faults of the reference server. Unproven: ${unproven.join(', ') || 'none'}.

## Each check and the faults that kill it

${table(
  ['check', 'killed by'],
  checks.map(({ id }) => [
    id,
    killers(id)
      .map((fault) => fault.id)
      .join(', '),
  ]),
)}

## Each fault and what it breaks

${table(
  ['fault', 'the server', 'breaks'],
  faults.map(({ id, value }) => [id, value.title, value.breaks.join(', ')]),
)}
`
}
