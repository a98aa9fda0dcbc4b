/** A provisioning server that conforms, as msw handlers; with a fault, the same server with one defect. */
import type { Duplex } from 'node:stream'
import { http } from 'msw'
import type { RequestHandler } from 'msw'
import { answerDescriptor } from './answer-descriptor.ts'
import { answerClockDesk, isClockDesk } from './answer-clock-desk.ts'
import { answerPackage } from './answer-package.ts'
import { answerPushDesk, isPushDesk } from './answer-push-desk.ts'
import { answerDeliveryReport, answerPushResult } from './answer-push-result.ts'
import { answerReport } from './answer-report.ts'
import { answerTicketDesk, isTicketDesk } from './answer-ticket-desk.ts'
import { answerTicket, orderTicket, ticketFolder, ticketLink } from './answer-ticket.ts'
import { answerClient } from './native/answer-client.ts'
import { answerContact, contactPath } from './native/answer-contact.ts'
import { serveContactLine } from './native/contact-line.ts'
import { answerStatus, isStatusDesk, shownOf } from './native/answer-status.ts'
import { clientOffers, movedClient } from './native/clients.ts'
import type { JobState } from './native/jobs.ts'
import { credentials } from './credentials.ts'
import { answerDownload, answerObject, objectFolder } from './download/answer-download.ts'
import { downloadOffers } from './download/download-offers.ts'
import { openDesk } from './desk.ts'
import type { Desk, Outside } from './desk.ts'
import type { Fault } from './fault.ts'
import type { Ledger, ReportKind } from './ledger.ts'
import { expired, linksAt, moved, offers } from './offers.ts'
import type { Links } from './offers.ts'
import { answerPage, pageOffers } from './pages.ts'
import type { PageOffer } from './pages.ts'
import { pageParts } from './scripted-pages.ts'
import { cacheControl, respond, say } from './respond.ts'
import { demoSuite } from './suites.ts'
import { serve } from './serve.ts'
import type { Counter } from './serve.ts'
import { ticketRules } from './ticket-rules.ts'

export interface Reference {
  /** For `getResponse(handlers, request)`; every request finds an answer. */
  readonly handlers: RequestHandler[]
  /** Status reports that came in. */
  readonly ledger: Ledger
  /** Where a handset can start, at `origin`. */
  readonly links: Links
  /** Scheme, host and port the links are for. */
  readonly origin: string
  /** What the `demo` link offers. */
  readonly suite: { readonly vendor: string; readonly name: string; readonly version: string }
  /** From now on the links of the demo suite, or that of the client, lead to a newer version. */
  readonly publish: (app?: string) => void
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
 * @param options.outside what it does besides answering
 * @param options.ticketSecret what tokens are made of; without one they are the same in every reference
 */
export function createReference(options: {
  readonly origin: string
  readonly now: () => number
  readonly fault?: Fault
  readonly ticketLifetimeMs?: number
  readonly ticketSecret?: string
  readonly outside?: Outside
}): Reference {
  const { origin } = new URL(options.origin)
  const { ticketLifetimeMs = defaultLifetimeMs, ticketSecret = 'reference' } = options
  const desk = openDesk(
    options.now,
    options.fault,
    { rules: { ...ticketRules, lifetimeMs: ticketLifetimeMs }, secret: ticketSecret },
    options.outside,
  )
  const counters = openCounters(desk)
  return {
    // One for all counters: msw takes a stack trace for every handler, and each case has a reference of its own.
    handlers: [
      http.all(isAnything, ({ request }) => {
        const url = new URL(request.url)
        const counter = counters.find(({ matches }) => matches(url))
        return counter && serve(desk, counter, request)
      }),
    ],
    ledger: desk.ledger,
    links: linksAt(origin),
    origin,
    suite: { vendor: demoSuite.vendor, name: demoSuite.name, version: demoSuite.version },
    publish: (app) => (app === 'client' ? desk.clientShelf : desk.shelf).publish(),
    takeContact: (connection) => serveContactLine(desk.jobs, connection),
    statusOf: (link) => shownOf(desk, link),
    credentials,
    ticketLifetimeMs,
    orderTicket({ number, app }) {
      const ticket = orderTicket(desk, { number, app })
      if (ticket === undefined) return undefined
      const { token, orderedAt, endsAt } = ticket
      const indicationEndsAt = desk.tickets.rules.indicationEnd(endsAt)
      return { link: ticketLink(origin, ticket), token, orderedAt, endsAt, indicationEndsAt }
    },
  }
}

const isAnything = () => true

const reading = ['GET', 'HEAD'] as const

/** Native packages, and the clients that were installed from them. */
function openClientCounters(desk: Desk): readonly Counter[] {
  return [
    ...clientOffers.map((offer): Counter => ({
      route: 'client',
      matches: ({ pathname }) => pathname === offer.path,
      allow: reading,
      answer: (context) => answerClient(desk, offer, context),
    })),
    {
      route: 'client',
      matches: ({ pathname }) => pathname === movedClient.from,
      allow: reading,
      answer: (context) => ({
        response: respond(302, [['Location', `${context.origin}${movedClient.to}`], cacheControl]),
        context,
      }),
    },
    {
      route: 'contact',
      matches: ({ pathname }) => pathname === contactPath,
      allow: ['POST'],
      answer: (context) => answerContact(desk, context),
    },
  ]
}

/** What lies behind download descriptors. */
function openDownloadCounters(desk: Desk): readonly Counter[] {
  return [
    ...downloadOffers.map((offer): Counter => ({
      route: 'download',
      matches: ({ pathname }) => pathname === offer.path,
      allow: reading,
      answer: (context) => answerDownload(desk, offer, context),
    })),
    {
      route: 'object',
      matches: ({ pathname }) => pathname.startsWith(objectFolder),
      allow: reading,
      answer: (context, path) => answerObject(desk, context, path),
    },
    takeReports(desk, 'download'),
  ]
}

/** Where whoever runs it has it do something. */
function openOutsideCounters(desk: Desk): readonly Counter[] {
  return [
    {
      route: 'desk',
      matches: isPushDesk,
      allow: ['POST'],
      answer: (context) => answerPushDesk(desk, context),
    },
    {
      route: 'desk',
      matches: isClockDesk,
      allow: ['POST'],
      answer: (context) => answerClockDesk(desk, context),
    },
  ]
}

/** Where gateways of the operator tell what became of a push. */
const gatewayCounters: readonly Counter[] = [
  {
    route: 'push-result',
    matches: ({ pathname }) => pathname === '/push-result',
    allow: ['POST'],
    answer: answerPushResult,
  },
  {
    route: 'delivery-report',
    matches: ({ pathname }) => pathname === '/delivery-report',
    allow: ['GET', 'POST'],
    answer: answerDeliveryReport,
  },
]

/** Links for one phone, where they are ordered, and what is shown of each. */
function openAdminCounters(desk: Desk): readonly Counter[] {
  return [
    takeTickets(desk, 'package'),
    takeTickets(desk, 'descriptor'),
    {
      route: 'desk',
      matches: isTicketDesk,
      allow: [...reading, 'POST'],
      answer: (context) => answerTicketDesk(desk, context),
    },
    {
      route: 'desk',
      matches: isStatusDesk,
      allow: reading,
      answer: (context) => answerStatus(desk, context),
    },
  ]
}

/** In the order they are tried; the last one takes what is left. */
function openCounters(desk: Desk): readonly Counter[] {
  return [
    ...offers.map((offer): Counter => ({
      route: 'descriptor',
      matches: (url) => isAt(url, offer.descriptorPath, offer.build),
      allow: reading,
      answer: (context) => answerDescriptor(desk, offer, context),
    })),
    ...offers.map((offer): Counter => ({
      route: 'package',
      matches: (url) => isAt(url, offer.packagePath, offer.build),
      allow: reading,
      answer: (context) => answerPackage(desk, offer, context),
    })),
    ...moved.map(({ from, to }): Counter => ({
      route: 'descriptor',
      matches: ({ pathname }) => pathname === from,
      allow: reading,
      answer: (context) => ({
        response: respond(302, [['Location', `${context.origin}${to}`], cacheControl]),
        context,
      }),
    })),
    ...pageOffers.map((page) => givePage('page', page)),
    ...pageParts.map((part) => givePage('page-part', part)),
    ...openClientCounters(desk),
    ...openDownloadCounters(desk),
    {
      route: 'expired',
      matches: ({ pathname }) => expired.includes(pathname),
      allow: reading,
      answer: (context) => ({ response: say(410, 'This was here once.'), context }),
    },
    takeReports(desk, 'install'),
    takeReports(desk, 'delete'),
    ...openAdminCounters(desk),
    ...openOutsideCounters(desk),
    ...gatewayCounters,
    {
      route: 'missing',
      matches: () => true,
      answer: (context) => ({ response: say(404, 'There is nothing here.'), context }),
    },
  ]
}

function givePage(route: 'page' | 'page-part', page: PageOffer): Counter {
  return {
    route,
    matches: ({ pathname }) => pathname === page.path,
    allow: reading,
    answer: (context) => ({ response: answerPage(page), context }),
  }
}

/** Builds of one suite differ by query alone, so that an update comes from where the suite came from. */
function isAt(url: URL, path: string, build: string | undefined): boolean {
  return url.pathname === path && (url.searchParams.get('build') ?? undefined) === build
}

/** What is neither is looked for among the descriptors, and not found. */
function takeTickets(desk: Desk, what: 'descriptor' | 'package'): Counter {
  return {
    route: what,
    matches: ({ pathname }) =>
      pathname.startsWith(ticketFolder) && (what === 'descriptor' || pathname.endsWith('.jar')),
    allow: reading,
    answer: (context) => answerTicket(desk, what, context),
  }
}

function takeReports(desk: Desk, kind: ReportKind): Counter {
  const folder = `/${kind}-notify/`
  return {
    route: `${kind}-notify`,
    matches: ({ pathname }) => pathname.startsWith(folder),
    allow: ['POST'],
    answer: (context, path) =>
      answerReport(desk, { kind, visit: path.slice(folder.length) }, context),
  }
}
