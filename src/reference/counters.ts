/** Where the reference takes requests: which paths, by which methods, and who answers. */
import { answerDescriptor } from './answer-descriptor.ts'
import { answerPackage } from './answer-package.ts'
import { answerDeliveryReport, answerPushResult } from './answer-push-result.ts'
import { answerReport } from './answer-report.ts'
import { answerTicket, ticketFolder } from './answer-ticket.ts'
import { answerClient } from './native/answer-client.ts'
import { answerContact, contactPath } from './native/answer-contact.ts'
import { clientOffers, movedClient } from './native/clients.ts'
import { answerDownload, answerObject, objectFolder } from './download/answer-download.ts'
import { downloadOffers } from './download/download-offers.ts'
import { openDeskCounters } from './desk-counters.ts'
import type { Desk } from './desk.ts'
import type { ReportKind } from './ledger.ts'
import { expired, moved, offers } from './offers.ts'
import { answerPage, pageOffers } from './pages.ts'
import type { PageOffer } from './pages.ts'
import { pageParts } from './scripted-pages.ts'
import { cacheControl, respond, say } from './respond.ts'
import type { Counter } from './serve.ts'

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

/** In the order they are tried; the last one takes what is left. */
export function openCounters(desk: Desk): readonly Counter[] {
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
    takeTickets(desk, 'client'),
    takeTickets(desk, 'package'),
    takeTickets(desk, 'descriptor'),
    ...openDeskCounters(desk),
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
function takeTickets(desk: Desk, what: 'descriptor' | 'package' | 'client'): Counter {
  const isIt = {
    descriptor: () => true,
    package: (pathname: string) => pathname.endsWith('.jar'),
    client: (pathname: string) => clientOffers.some(({ path }) => pathname.endsWith(path)),
  }[what]
  return {
    route: what,
    matches: ({ pathname }) => pathname.startsWith(ticketFolder) && isIt(pathname),
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
