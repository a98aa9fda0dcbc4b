import type { Header } from '../trace/events.ts'

/** What a phone knows of a download before it asks for it, or for the rest of it. */
export interface KnownDownload {
  /** Of the last answer about it. */
  readonly headers: readonly Header[]
  /** That are there. */
  readonly octets: number
}

/** How a phone goes about downloads that do not come in one answer. */
export interface ResumptionHabits {
  /** What of a download broke off is kept, and the user can have it go on. */
  readonly keepsBroken: boolean
  /** What the request depends on. */
  readonly conditions: (known: KnownDownload) => readonly Header[]
  /** To this answer to such a request all that is known is forgotten, and it is asked for from the beginning. */
  readonly beginsAnew: (status: number) => boolean
}

/** Asked for once, and whole. */
export const noResumption: ResumptionHabits = {
  keepsBroken: false,
  conditions: () => [],
  beginsAnew: () => false,
}
