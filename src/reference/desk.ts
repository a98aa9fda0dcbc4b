/** What one reference remembers between requests. */
import { openBusySpell } from './busy-spell.ts'
import type { BusySpell } from './busy-spell.ts'
import type { Fault, FaultContext } from './fault.ts'
import { openFirstAgents } from './first-agents.ts'
import type { FirstAgents } from './first-agents.ts'
import { openLedger } from './ledger.ts'
import type { LedgerBook } from './ledger.ts'
import { openClientShelf } from './native/client-shelf.ts'
import type { ClientShelf } from './native/client-shelf.ts'
import { openJobs } from './native/jobs.ts'
import type { Jobs } from './native/jobs.ts'
import { openProfileReader, profileBounds } from './native/profile-reader.ts'
import type { ProfileReader, ProfileSource, TellUnread } from './native/profile-reader.ts'
import type { Offer } from './offers.ts'
import { offers } from './offers.ts'
import type { ServerPolicies } from './policies.ts'
import type { Order, Pushed } from './push/order.ts'
import { openShelf } from './shelf.ts'
import type { Shelf } from './shelf.ts'
import { openTally } from './tally.ts'
import type { Tally } from './tally.ts'
import type { TicketRules } from './ticket-rules.ts'
import { openTickets } from './tickets.ts'
import type { Tickets } from './tickets.ts'
import { openVisits } from './visits.ts'
import type { Visits } from './visits.ts'

export interface Desk {
  readonly now: () => number
  readonly fault: Fault | undefined
  readonly visits: Visits
  readonly ledger: LedgerBook
  /** Packages given out to their last octet, by visit, or by path where there is none. */
  readonly deliveries: Tally
  /** Who asked first for a client, by its path. */
  readonly agents: FirstAgents
  readonly clientShelf: ClientShelf
  /** Native installations, by link. */
  readonly jobs: Jobs
  readonly busy: ReadonlyMap<Offer, BusySpell>
  readonly tickets: Tickets
  readonly policies: ServerPolicies
  readonly shelf: Shelf
  readonly profiles: ProfileReader
  readonly push: Outside['push']
  readonly setClock: Outside['setClock']
  /** All that this desk remembers is forgotten: the next request comes to another. */
  readonly reset: () => void
}

/** What this server can do beyond answering. */
export interface Outside {
  /** Where it gets UAProf documents; none: nowhere. */
  readonly profiles?: ProfileSource | undefined
  /** Hears why a UAProf document could not be read; none: nobody does. */
  readonly profileUnread?: TellUnread | undefined
  /** Hands a push to an operator; none: it knows none. */
  readonly push?: ((order: DeskOrder) => Promise<Pushed>) | undefined
  /** Sets the clock that it goes by; none: that goes by itself. */
  readonly setClock?: ((instant: number) => void) | undefined
}

/** `bearer`: the server's own choice where none is asked for. */
export type DeskOrder = Order & { readonly bearer: string | undefined }

/** A response, and what a fault may know of how it came about. */
export interface Answered {
  readonly response: Response
  readonly context: FaultContext
}

export interface DeskParts extends Pick<Desk, 'now' | 'fault' | 'reset'> {
  readonly ticketRules: TicketRules
  readonly ticketSecret: string
  readonly policies: ServerPolicies
  readonly outside: Outside | undefined
}

export function openDesk({
  now,
  fault,
  reset,
  ticketRules: rules,
  ticketSecret,
  policies: wanted,
  outside = {},
}: DeskParts): Desk {
  const { push, setClock, profiles, profileUnread } = outside
  const visits = openVisits()
  const policies = fault?.policies?.(wanted) ?? wanted
  const usesMax = policies.ticketUses === 'single' ? 1 : Infinity
  const ticketRules = { ...rules, usesMax }
  return {
    now,
    fault,
    push,
    setClock,
    reset,
    visits,
    shelf: openShelf(() => visits.nextId),
    profiles: openProfileReader(
      profiles,
      now,
      fault?.profileBounds?.(profileBounds) ?? profileBounds,
      profileUnread,
    ),
    ledger: openLedger(),
    deliveries: openTally(),
    agents: openFirstAgents(),
    clientShelf: openClientShelf(),
    jobs: openJobs(),
    busy: new Map(offers.map((offer) => [offer, openBusySpell(offer.busySeconds)])),
    policies,
    tickets: openTickets(fault?.tickets?.(ticketRules) ?? ticketRules, ticketSecret),
  }
}
