import type { PackedOctets } from './packed-octets.ts'
import type { SisRun } from './sis-run.ts'

/** A file of a package of either format, as a phone that installs it has to know it. */
export interface SisFile {
  /** `!:\sys\bin\Demo.exe`; empty for a text that is shown only. */
  readonly target: string
  readonly mediaType: string | undefined
  /** None: an operation that no document names. */
  readonly does: SisFileUse | undefined
  /** Bits that say how a text is shown or when a program runs; they differ between the formats. */
  readonly options: number
  /** Of a program, and of a file that one opens: when; none: never by itself, or at a time that no document names. */
  readonly runs?: SisRun
  readonly capabilities: readonly string[]
  /** Without compression, as stated. */
  readonly bytes: number
  /** Installed only where a condition is true, or in one of the languages. */
  readonly conditional: boolean
  /** UID of the package it belongs to: this one, or one within it. */
  readonly owner: number
  /** None: nothing of it is in the package. */
  readonly contents: PackedOctets | undefined
}

/** `later`: the application makes it, and it goes when the application goes. `package`: a package of its own, within this one. */
export type SisFileUse = 'install' | 'run' | 'text' | 'later' | 'open' | 'package'
