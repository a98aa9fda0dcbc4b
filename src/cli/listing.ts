import type { Level } from '../check/check.ts'

/** What `ota list` can name. */
export const kinds = ['checks', 'scenarios', 'profiles', 'faults', 'clauses'] as const
export type Kind = (typeof kinds)[number]

export const levels = [
  'must',
  'must-if',
  'should',
  'may',
  'field',
] as const satisfies readonly Level[]

export interface Filter {
  readonly level?: Level
  /** Glob over clause ids, in any case. */
  readonly clause?: string
  /** First folder of an id. */
  readonly area?: string
}
