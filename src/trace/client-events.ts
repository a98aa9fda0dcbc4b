/** The part of the vocabulary that tells of clients that were installed and connect to their server. */
import type { Subject } from './suite-events.ts'

export type ClientEventFact = {
  readonly type: 'client.contacted'
  readonly suite: Subject
  /** That the client says. */
  readonly version: string
  /** `first`: since it was installed; `update`: another version did before; `again`: this one did. */
  readonly purpose: 'first' | 'update' | 'again'
  /** URL, or `host:port`. */
  readonly server: string
  readonly outcome: ContactOutcome
  /** One sentence. */
  readonly detail: string
  /** What went over a connection without HTTP; what did over HTTP is in its exchange. */
  readonly sent?: Uint8Array
  readonly received?: Uint8Array
}

/** `refused`: the server answered, but not as the target file says; `failed`: no whole answer came. */
export type ContactOutcome = 'accepted' | 'refused' | 'failed' | 'no-coverage'
