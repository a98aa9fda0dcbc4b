/** A provisioning server that conforms, as msw handlers; with a fault, the same server with one defect. */
import { http } from 'msw'
import type { RequestHandler } from 'msw'
import { answerDescriptor } from './answer-descriptor.ts'
import { answerPackage } from './answer-package.ts'
import { answerReport } from './answer-report.ts'
import { credentials } from './credentials.ts'
import { openDesk } from './desk.ts'
import type { Desk } from './desk.ts'
import type { Fault } from './fault.ts'
import type { Ledger, ReportKind } from './ledger.ts'
import { expired, linksAt, moved, offers } from './offers.ts'
import type { Links } from './offers.ts'
import { cacheControl, respond, say } from './respond.ts'
import { demoSuite } from './suites.ts'
import { serve } from './serve.ts'
import type { Counter } from './serve.ts'

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
  /** What the `protected` link asks for. */
  readonly credentials: { readonly user: string; readonly password: string }
}

/**
 * Documents name the origin they were asked at, so one reference can be reached under several.
 *
 * @param options.origin e.g. `http://ota.example`
 * @param options.now milliseconds, for the age of visits and the end of the busy spell
 * @param options.fault the one thing this server does wrong
 */
export function createReference(options: {
  readonly origin: string
  readonly now: () => number
  readonly fault?: Fault
}): Reference {
  const { origin } = new URL(options.origin)
  const desk = openDesk(options.now, options.fault)
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
    credentials,
  }
}

const isAnything = () => true

const reading = ['GET', 'HEAD'] as const

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
    {
      route: 'expired',
      matches: ({ pathname }) => expired.includes(pathname),
      allow: reading,
      answer: (context) => ({ response: say(410, 'This was here once.'), context }),
    },
    takeReports(desk, 'install'),
    takeReports(desk, 'delete'),
    {
      route: 'missing',
      matches: () => true,
      answer: (context) => ({ response: say(404, 'There is nothing here.'), context }),
    },
  ]
}

/** Builds of one suite differ by query alone, so that an update comes from where the suite came from. */
function isAt(url: URL, path: string, build: string | undefined): boolean {
  return url.pathname === path && (url.searchParams.get('build') ?? undefined) === build
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
