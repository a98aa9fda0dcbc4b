/** When a program of a package runs by itself, which both formats say in their own bits. */

export interface SisRun {
  readonly at: 'installation' | 'removal' | 'both'
  /** The installer goes on when the program has ended. */
  readonly waits: boolean
  /** The installer ends the program when it is done. */
  readonly closes: boolean
}

const times = ['installation', 'removal', 'both'] as const

/** 0 at installation · 1 at removal · 2 at both, and 0x100 closed in the end · 0x200 waited for (SIS File Format 1.19, File Records). */
export function legacyRun(details: number): SisRun | undefined {
  const at = times[details & 0xff]
  return at && { at, closes: (details & 0x100) !== 0, waits: (details & 0x200) !== 0 }
}

/** Bits 1 at installation · 2 at removal · 4 waited for · 5 closed in the end (sisfieldtypes.h, EInstFileRunOption). */
export function sisxRun(options: number): SisRun | undefined {
  const at = sisxTimes.get(options & 6)
  return at && { at, waits: (options & 0x10) !== 0, closes: (options & 0x20) !== 0 }
}

const sisxTimes: ReadonlyMap<number, SisRun['at']> = new Map([
  [2, 'installation'],
  [4, 'removal'],
  [6, 'both'],
])
