export const cabNoteRules = [
  'duplicate-name',
  'gap',
  'manifest-differs',
  'member-missing',
  'member-unused',
  'name',
  'no-checksum',
  'no-date',
  'reference',
  'reserve-differs',
  'setup-differs',
  'trailing',
  'version',
] as const

export type CabNoteRule = (typeof cabNoteRules)[number]

/** What is odd about a cabinet and keeps nobody from reading it. */
export interface CabNote {
  readonly rule: CabNoteRule
  /** Name of the member it concerns; absent when it is the cabinet. */
  readonly member: string | undefined
  /** Octet offset into the cabinet, or into the member that the note is about. */
  readonly offset: number
  /** A sentence: `Unexpected X, expected Y`. */
  readonly found: string
}
