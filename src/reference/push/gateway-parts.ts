/** What the server needs to post to a gateway of the operator. */
import type { Conduct } from './conduct.ts'
import type { Timers } from './order.ts'
import type { Post, Posted } from './post.ts'

export interface GatewayParts {
  /** One request and its answer; none when the connection ended without. */
  readonly send: (post: Post) => Promise<Posted | undefined>
  readonly account: { readonly systemId: string; readonly password: string }
  /** Where the server itself can be reached: gateways tell it there what became of its pushes. */
  readonly origin: string
  readonly timers: Timers
  /** Of instant 0 of the timers. */
  readonly startsAtMs: number
  readonly conduct: Conduct
}
