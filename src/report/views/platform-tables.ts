/** The matrix of platform, bearer and outcome, and the rules of platforms, as rows of cells. */
import type {
  AttemptEnd,
  LinkWay,
  MatrixCell,
  PhoneFamily,
  PlatformRuleReport,
  RunReport,
} from '../../run/report-model.ts'
import { count } from './layout.ts'

const familyNames: Readonly<Record<PhoneFamily, string>> = {
  java: 'Java phone',
  'symbian-8': 'Symbian up to 8',
  'symbian-9': 'Symbian from 9',
  'pocket-pc-2003': 'Pocket PC 2003',
  'pocket-pc': 'Pocket PC',
  smartphone: 'Smartphone',
}

const wayNames: Readonly<Record<LinkWay, string>> = {
  link: 'link',
  page: 'page',
  text: 'text message',
  si: 'WAP push, SI',
  sl: 'WAP push, SL',
}

const ends = [
  'installed',
  'refused',
  'cancelled',
  'dead-end',
  'dropped',
  'unfinished',
] as const satisfies readonly AttemptEnd[]

/** There is something to compare: platforms, or ways by which links came. */
export function isOfSeveral({ matrix = [] }: RunReport): boolean {
  const platforms = new Set(matrix.map(({ platform }) => platform))
  return platforms.size > 1 || matrix.some(({ by }) => by !== 'link' && by !== 'page')
}

/** A head row, then a row for each kind of phone and each way; ends that never came have no column. */
export function matrixTable({ matrix = [] }: RunReport): readonly (readonly string[])[] {
  const came = ends.filter((end) => matrix.some((cell) => cell.ends[end] !== undefined))
  const rows = matrix.map((cell, index) => [
    isFirst(matrix, index) ? familyNames[cell.family] : '',
    wayNames[cell.by],
    ...came.map((end) => String(cell.ends[end] ?? '·')),
  ])
  return [['phone', 'link came by', ...came], ...rows]
}

function isFirst(matrix: readonly MatrixCell[], index: number): boolean {
  return matrix[index - 1]?.family !== matrix[index]?.family
}

/** Shown, not shown, or not true: and by how many links. */
export function standOf({ shown, broken }: PlatformRuleReport): string {
  if (broken > 0) return `not true of ${broken} of ${count(broken + shown, 'link')}`
  return shown === 0 ? 'not seen here' : `shown by ${count(shown, 'link')}`
}

/** What happened there and who says that it does: `text message: installed (source)`. */
export function proofOf({ evidence, source }: PlatformRuleReport): string {
  if (evidence === undefined) return `(${source})`
  const { by, outcome, reason } = evidence
  return `${wayNames[by]}: ${outcome}${reason === undefined ? '' : `, ${reason}`} (${source})`
}
