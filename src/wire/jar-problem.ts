export const jarProblemRules = [
  'bomb',
  'crc',
  'data-descriptor',
  'directory',
  'duplicate-entry',
  'encrypted',
  'extra-field',
  'gap',
  'inflate',
  'local-header-differs',
  'manifest',
  'no-manifest',
  'not-a-zip',
  'overlap',
  'path',
  'prefix',
  'second-directory',
  'size-lie',
  'split',
  'too-large',
  'too-many-entries',
  'trailing',
  'truncated',
  'unsupported-method',
  'zip64',
] as const

export type JarProblemRule = (typeof jarProblemRules)[number]

/** What is wrong with a package, and where. */
export interface JarProblem {
  readonly rule: JarProblemRule
  /** Name of the entry it concerns; absent when it is the archive. */
  readonly entry: string | undefined
  /** Octet offset into the package. */
  readonly offset: number
  /** A sentence: `Unexpected X, expected Y`. */
  readonly found: string
  /** A careful phone cannot extract the entry or the archive. */
  readonly blocking: boolean
}
