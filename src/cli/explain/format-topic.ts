import type { Entry } from '../../catalogue.ts'
import type { Check } from '../../check/check.ts'
import type { Clause } from '../../check/specs.ts'
import { labelled } from '../../report/views/layout.ts'
import type { Terminal } from '../terminal.ts'
import type { StatusCode } from '../../wire/status-codes.table.ts'
import type { Library, Topic } from './find-topic.ts'

type Page = Pick<Terminal, 'columns' | 'paint'>

const labelWidth = 11

/** @returns text with a final line end */
export async function formatTopic(topic: Topic, library: Library, page: Page): Promise<string> {
  const lines = await linesOf(topic, library, page)
  return `${lines.join('\n')}\n`
}

function linesOf(
  topic: Topic,
  library: Library,
  page: Page,
): readonly string[] | Promise<readonly string[]> {
  switch (topic.kind) {
    case 'check':
      return checkLines(topic.check, library, page)
    case 'row':
      return rowLines(topic.checks, library, page)
    case 'clause':
      return clauseLines(topic.clause, library, page)
    case 'code':
      return codeLines(topic.code, page)
    case 'ambiguity':
      return topic.clauses.flatMap((clause, index) => [
        ...(index === 0 ? [] : ['']),
        ...clauseLines(clause, library, page),
      ])
    default:
      return topic satisfies never
  }
}

async function rowLines(
  checks: readonly Entry<Check>[],
  library: Library,
  page: Page,
): Promise<readonly string[]> {
  const each = await Promise.all(checks.map((check) => checkLines(check, library, page)))
  return each.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))
}

async function checkLines(
  check: Entry<Check>,
  library: Library,
  page: Page,
): Promise<readonly string[]> {
  const faults = await library.faultsOf(check.id)
  const { row, level, title, absent, explain, clause: clauseId } = check.value
  const clause = library.clauses.find(({ id }) => id === clauseId)
  const margin = marginOf(page)
  return [
    page.paint('bold', check.id) + ` (${row === undefined ? '' : `${row}, `}${level})`,
    ...labelled('', title, { ...margin, labelWidth: 0 }),
    '',
    ...labelled('Why', explain, margin),
    ...labelled('Clause', clauseId, margin),
    ...(clause === undefined ? [] : provenance(clause, page)),
    ...labelled('Skipped if', absent, margin),
    ...labelled('Killed by', faults.length === 0 ? 'nothing: unproven' : faults, margin),
  ]
}

function clauseLines(clause: Clause, library: Library, page: Page): readonly string[] {
  const checks = library.checks.filter(({ value }) => value.clause === clause.id)
  return [
    `${page.paint('bold', clause.id)} (${clause.level}, on ${clause.on})`,
    '',
    ...provenance(clause, page),
    ...labelled('Checks', checks.map(nameOf), marginOf(page)),
  ]
}

function provenance(clause: Clause, page: Page): readonly string[] {
  const margin = marginOf(page)
  const { ambiguity, reading } = clause
  // Where a clause settles two, the first is named.
  const [settled] = ambiguity?.split(', ') ?? []
  const readingLabel = settled === undefined ? 'Reading' : `Read ${settled}`
  return [
    ...labelled('Says', clause.paraphrase, margin),
    ...(reading === undefined ? [] : labelled(readingLabel, reading, margin)),
    ...labelled('Where', `${clause.document}: ${clause.section}`, margin),
    ...labelled('', clause.source, margin),
  ]
}

function codeLines({ code, message, meaning, reasons, origin, source }: StatusCode, page: Page) {
  const margin = marginOf(page)
  return [
    page.paint('bold', `${code} ${message}`),
    '',
    ...labelled('Means', meaning, margin),
    ...(reasons === undefined ? [] : labelled('Reasons', reasons.join(', '), margin)),
    ...labelled('Defined by', `${origin} (${source})`, margin),
  ]
}

function nameOf({ id, value }: Entry<Check>): string {
  return value.row === undefined ? id : `${id} (${value.row})`
}

function marginOf({ columns }: Page) {
  return { indent: 0, labelWidth, columns }
}
