/** What came of trying a line of a target file, and by which ways it is tried. */
import type { OtaError } from '../errors.ts'
import type { Http } from '../handset/ports.ts'
import type { Header } from '../trace/events.ts'
import type { Verbs } from './verbs/verbs.ts'

export interface Examination {
  /** The line of the target file: `links.demo`, `credentials`, `verbs.clock`. */
  readonly line: string
  readonly state: 'works' | 'fails' | 'not tried' | 'not given'
  readonly detail: string
  readonly hint?: string
  /** No octet came back. */
  readonly unreached?: true
}

/** The network that the server sends its pushes to. */
export interface Listening {
  /** Where it listens: `smsc 127.0.0.1:2775`. */
  readonly places: readonly string[]
  /** From now on; resolves with what came, or that nothing did. */
  readonly expect: (
    msisdn: string,
  ) => () => Promise<{ readonly came: boolean; readonly detail: string }>
}

export type FoundBrowser =
  | { readonly kind: 'found'; readonly executable: string }
  | { readonly kind: 'missing'; readonly reason: string; readonly hint: string }

export interface DoctorWays {
  readonly http: Http
  readonly verbs: Verbs | undefined
  /** None: the file names none; an error: it cannot listen. */
  readonly network: Listening | OtaError | undefined
  /** Which browser would open the pages of the target, or why there is none. */
  readonly browser: () => Promise<FoundBrowser>
  /** Who the doctor says it is. */
  readonly headers: readonly Header[]
  /** How many scenarios need a line, by line. */
  readonly neededBy: ReadonlyMap<string, number>
  /** Also what changes the target. */
  readonly all: boolean
  /** Number that `push` sends to; none: it is not tried. */
  readonly msisdn: string | undefined
  /** ISO 8601 instant of now. */
  readonly now: string
}

export function notGiven(line: string, title: string, { neededBy }: DoctorWays): Examination {
  const count = neededBy.get(line) ?? 0
  const need =
    count === 0 ? '' : `${count} ${count === 1 ? 'scenario needs' : 'scenarios need'} it: `
  return { line, state: 'not given', detail: `${need}${title}` }
}
