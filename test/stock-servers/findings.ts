/** What `ota check` has against a server, as rows of a table, and that table as a page. */
import { loadChecks } from '../../src/check/judge.ts'
import type { Level } from '../../src/check/check.ts'
import type { RunReport } from '../../src/index.ts'
import { markdownCode, markdownTable, markdownText } from '../../src/report/views/markdown-text.ts'
import { stockFindings } from './findings.table.ts'

export interface StockFailure {
  readonly check: string
  readonly level: Level
  readonly found: string
}

export interface StockRow {
  readonly server: string
  /** Name of the file whose link the phone opens. */
  readonly file: string
  readonly phone: string
  /** How an installation without further ado ends. */
  readonly ends: string
  readonly verdict: RunReport['verdict']
  readonly fails: readonly StockFailure[]
}

/** Of the Java phones, and of the others. */
const plainly = /^(?:install|native)\/fresh$/

/** @param origin of the links, whose port is another each time */
export function findingsOf(report: RunReport, origin: string): Omit<StockRow, 'server' | 'file'> {
  const { cases, checks, verdict } = report
  const plain = cases.find(
    ({ scenario, outcome }) => plainly.test(scenario) && outcome !== undefined,
  )
  const { kind, code } = plain?.outcome ?? {}
  const findings = cases.flatMap((one) => one.findings)
  return {
    phone: plain?.profile ?? '',
    ends: code === undefined ? `${kind}` : `${kind}, ${code}`,
    verdict,
    fails: checks
      .filter((check) => check.verdict === 'fail' || check.verdict === 'error')
      .map(({ check, level, verdict: worst }) => {
        const proof = findings.find((one) => one.check === check && one.verdict === worst)
        const found = proof?.actual ?? proof?.reason ?? ''
        return { check, level, found: found.replaceAll(origin, 'http://server') }
      }),
  }
}

const words = `# What stock web servers get wrong

nginx, Apache and lighttpd of Debian 12 as they are installed, each with one package for each platform and an empty file where
reports go, under \`ota check URL --profile PHONE\`. \`test/stock-servers.test.ts\` starts them and holds this table to what it finds.
\`ota explain CHECK\` says what to change.

A \`fail\` is of a \`must\`; what \`should\` be, or what phones in the field need (\`field\`), is a warning. \`inconclusive\` says that nothing mandatory
failed and that one of the scenarios could not be played to its end.
`

export async function tellStockFindings(): Promise<string> {
  const titles = new Map((await loadChecks()).map(({ id, value }) => [id, value.title]))
  const ends = stockFindings.map(({ server, file, phone, ends: end, verdict, fails }) => [
    server,
    file,
    phone,
    end,
    verdict,
    fails.length === 0 ? 'nothing' : fails.map(({ check }) => markdownText(check)).join(', '),
  ])
  const failures = stockFindings.flatMap(({ server, file, fails }) =>
    fails.map(({ check, level, found }) => [
      server,
      file,
      `${markdownText(check)}: ${markdownText(titles.get(check) ?? '')}`,
      level,
      markdownCode(found),
    ]),
  )
  return [
    words,
    ...markdownTable([['server', 'file', 'phone', 'ends', 'verdict', 'wrong'], ...ends]),
    '',
    '## What was found',
    '',
    ...markdownTable([['server', 'file', 'check', 'level', 'found'], ...failures]),
    '',
  ].join('\n')
}
