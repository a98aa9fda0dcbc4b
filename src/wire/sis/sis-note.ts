export const sisNoteRules = [
  'controller-checksum',
  'data-checksum',
  'digest',
  'file-checksum',
  'file-data',
  'file-hash',
  'file-length',
  'header-uid',
  'trailing',
  'uid-checksum',
] as const

export type SisNoteRule = (typeof sisNoteRules)[number]

/** What is odd about a package that could be read, and where. */
export interface SisNote {
  readonly rule: SisNoteRule
  /** Target name of the file it concerns; absent when it is the package. */
  readonly file: string | undefined
  /** Octet offset into the package; of what is within a compressed controller, where the controller begins. */
  readonly offset: number
  /** A sentence: `Unexpected X, expected Y`. */
  readonly found: string
  /**
   * A file is not what its package says that it is, which ends an installation (sisinstallerrors.h, -10253 and -10102).
   * A wrong checksum of the controller or of the data does not: the installer never compares them.
   */
  readonly blocking: boolean
}

/** Gathers notes while a package is read. */
export type TakeNote = (note: SisNote) => void
