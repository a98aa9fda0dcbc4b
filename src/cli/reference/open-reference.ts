/** The reference in a process of its own: on a port of loopback, and as a client of whichever operator it is told of. */
import { randomUUID } from 'node:crypto'
import { fetchProfile } from '../../adapters/profile-fetch.ts'
import type { Fault } from '../../reference/fault.ts'
import { listen } from '../../reference/listen.ts'
import type { ServerOptions } from '../../reference/listen.ts'
import type { Links } from '../../reference/offers.ts'
import type { ServerPolicies } from '../../reference/policies.ts'
import { refused } from '../../reference/push/order.ts'
import { createReference } from '../../reference/reference.ts'
import { bearersAt, pushOverSockets } from './push-over-sockets.ts'
import type { PushOverSockets, SocketParts } from './push-over-sockets.ts'

export interface OpenReference {
  readonly origin: string
  readonly links: Links
  readonly credentials: { readonly user: string; readonly password: string }
  /** By which it pushes. */
  readonly bearers: readonly string[]
  close(): Promise<void>
}

export interface ReferenceWish
  extends
    Required<Pick<ServerOptions, 'onAnswer'>>,
    Pick<SocketParts, 'places' | 'account' | 'retryAfterMs'> {
  readonly port: number
  readonly ticketLifetimeMs: number
  readonly policies: ServerPolicies
  readonly fault: Fault | undefined
  /** Hears why a UAProf document could not be read. */
  readonly profileUnread: (url: string, reason: string) => void
}

/** @throws UsageError `reference/cannot-listen` */
export async function openReference(wish: ReferenceWish): Promise<OpenReference> {
  const { port, ticketLifetimeMs, policies, fault, places, onAnswer, profileUnread } = wish
  const bearers = bearersAt(places)
  let aheadMs = 0
  let pushing: PushOverSockets | undefined
  const reference = createReference({
    origin: 'http://127.0.0.1',
    now: () => Date.now() + aheadMs,
    ticketLifetimeMs,
    policies,
    ticketSecret: randomUUID(),
    ...(fault === undefined ? {} : { fault }),
    outside: {
      profiles: { load: fetchProfile },
      profileUnread,
      setClock: (instant) => (aheadMs = instant - Date.now()),
      ...(bearers.length > 0 && {
        push: async (order) => pushing?.push(order) ?? refused('it does not listen yet'),
      }),
    },
  })
  const server = await listen(reference, { host: '127.0.0.1', port, onAnswer })
  const { origin, links } = server
  if (bearers.length > 0) pushing = pushOverSockets({ ...wish, origin })
  return {
    origin,
    links,
    credentials: reference.credentials,
    bearers,
    async close() {
      pushing?.close()
      await server.close()
    },
  }
}
