/** A provisioning server that conforms, as msw handlers; with a fault, the same server with one defect. */
import type { Duplex } from 'node:stream'
import { http } from 'msw'
import type { RequestHandler } from 'msw'
import { publish } from './answer-publish-desk.ts'
import { cancelOrders, orderTicket, ticketLink } from './answer-ticket.ts'
import type { OrderWish } from './answer-ticket.ts'
import { serveContactLine } from './native/contact-line.ts'
import { shownOf } from './native/answer-status.ts'
import type { JobState } from './native/jobs.ts'
import { credentials } from './credentials.ts'
import type { Outside } from './desk.ts'
import type { Fault } from './fault.ts'
import type { Ledger } from './ledger.ts'
import { linksAt } from './offers.ts'
import type { Links } from './offers.ts'
import { usualPolicies } from './policies.ts'
import type { ServerPolicies } from './policies.ts'
import { demoSuite } from './suites.ts'
import { serve } from './serve.ts'
import { ticketRules } from './ticket-rules.ts'
import { openOffice } from './office.ts'

export interface Reference {
  /** Every request finds an answer. */
  readonly answer: (request: Request) => Promise<Response>
  /** The same for `getResponse(handlers, request)`. */
  readonly handlers: RequestHandler[]
  /** Status reports that came in. */
  readonly ledger: Ledger
  /** Where a handset can start, at `origin`. */
  readonly links: Links
  /** Scheme, host and port the links are for. */
  readonly origin: string
  /** Milliseconds by its clock. */
  readonly now: () => number
  /** What the `demo` link offers. */
  readonly suite: { readonly vendor: string; readonly name: string; readonly version: string }
  /** From now on the links of the demo suite, or that of the client, lead to a newer version; false where there is none. */
  readonly publish: (app?: string) => boolean
  /** Links that were made for them are dead from now on; false when there is no such order. */
  readonly cancelOrders: (wish: OrderWish) => boolean
  /** A client that speaks no HTTP says which version it is. */
  readonly takeContact: (connection: Duplex) => void
  /** What it knows of the installation of a native package that a link, by its name, leads to. */
  readonly statusOf: (link: string) => JobState
  /** What the `protected` link asks for. */
  readonly credentials: { readonly user: string; readonly password: string }
  readonly ticketLifetimeMs: number
  /** Makes a link to what this one leads to, for this phone alone; none where it leads to no descriptor and no client. */
  orderTicket(order: TicketOrder): IssuedTicket | undefined
}

export interface TicketOrder {
  /** Of the phone. */
  readonly number: string
  /** Name of a link. */
  readonly app: string
}

export interface IssuedTicket {
  readonly link: string
  readonly token: string
  readonly orderedAt: number
  /** Milliseconds by the reference's clock. */
  readonly endsAt: number
  /** When an indication of it is to expire. */
  readonly indicationEndsAt: number
}

/** Unless told: long enough for a user who is in the underground. */
const defaultLifetimeMs = 24 * 3_600_000

/**
 * Documents name the origin they were asked at, so one reference can be reached under several.
 *
 * @param options.origin e.g. `http://ota.example`
 * @param options.now milliseconds, for the age of visits and the end of the busy spell
 * @param options.fault the one thing this server does wrong
 * @param options.ticketLifetimeMs so long a ticket is good; a day unless told
 * @param options.policies what is up to whoever runs it; the usual ones unless told
 * @param options.outside what it does besides answering
 * @param options.ticketSecret what tokens are made of; without one they are the same in every reference
 */
export function createReference(options: {
  readonly origin: string
  readonly now: () => number
  readonly fault?: Fault
  readonly ticketLifetimeMs?: number
  readonly ticketSecret?: string
  readonly policies?: Partial<ServerPolicies> | undefined
  readonly outside?: Outside
}): Reference {
  const { origin } = new URL(options.origin)
  const { now, fault, outside, ticketLifetimeMs = defaultLifetimeMs } = options
  const office = openOffice({
    now,
    fault,
    outside,
    ticketRules: { ...ticketRules, lifetimeMs: ticketLifetimeMs },
    policies: { ...usualPolicies, ...options.policies },
    ticketSecret: options.ticketSecret ?? 'reference',
  })
  const answer = async (request: Request): Promise<Response> => {
    const url = new URL(request.url)
    const { desk, counters } = office()
    const counter = counters.find(({ matches }) => matches(url))
    if (counter === undefined) throw new Error('no counter answers')
    return serve(desk, counter, request)
  }
  return {
    answer,
    // Made for those alone who want it: msw takes a stack trace for every handler, and each case has a reference of its own.
    get handlers() {
      return [http.all(isAnything, ({ request }) => answer(request))]
    },
    get ledger() {
      return office().desk.ledger
    },
    links: linksAt(origin),
    origin,
    now: options.now,
    suite: { vendor: demoSuite.vendor, name: demoSuite.name, version: demoSuite.version },
    publish: (app = 'demo') => publish(office().desk, app),
    takeContact: (connection) => serveContactLine(office().desk.jobs, connection),
    statusOf: (link) => shownOf(office().desk, link),
    cancelOrders: (wish) => cancelOrders(office().desk, wish),
    credentials,
    ticketLifetimeMs,
    orderTicket({ number, app }) {
      const { desk } = office()
      const ticket = orderTicket(desk, { number, app })
      if (ticket === undefined) return undefined
      const { token, orderedAt, endsAt } = ticket
      const indicationEndsAt = desk.tickets.rules.indicationEnd(endsAt)
      return { link: ticketLink(origin, ticket), token, orderedAt, endsAt, indicationEndsAt }
    },
  }
}

const isAnything = () => true
