/** GET of a descriptor: opens a visit and names its package and notify URLs. */
import { challenge, hasCredentials } from './credentials.ts'
import { describeSuite, formatDescriptor } from './descriptor.ts'
import type { Answered, Desk } from './desk.ts'
import type { FaultContext } from './fault.ts'
import { fitSuite } from './fit-suite.ts'
import { refuseOtherPlatform } from './native/other-platform.ts'
import { addressOf } from './offers.ts'
import type { Offer } from './offers.ts'
import { cacheControl, respond, say } from './respond.ts'
import { signPackage } from './sign-package.ts'
import { packSuite, shapeSuite } from './suites.ts'
import { userAgentOf } from './visits.ts'
import type { Visit } from './visits.ts'

export async function answerDescriptor(
  desk: Desk,
  offer: Offer,
  context: FaultContext,
): Promise<Answered> {
  const refusal = await refuseOtherPlatform(desk, 'java', context)
  if (refusal !== undefined) {
    return { response: refusal, context: { ...context, isOtherPlatform: true } }
  }
  if (offer.credentials && !hasCredentials(context.request)) {
    return { response: say(401, 'This suite needs a name and a password.', [challenge]), context }
  }
  const seconds = desk.busy.get(offer)?.secondsLeft(context.now) ?? 0
  if (seconds > 0) {
    const retryAfter = ['Retry-After', String(seconds)] as const
    return { response: say(503, 'Busy for the moment.', [retryAfter]), context }
  }
  const opened = { ...context, visit: openVisit(desk, offer, context) }
  return { response: giveDescriptor(desk, offer, opened), context: opened }
}

/** HEAD leaves no trace: it tells of the descriptor that a GET would get. */
function openVisit(desk: Desk, offer: Offer, context: FaultContext): Visit {
  const visit = {
    link: offer.descriptorPath,
    openedAt: context.now,
    userAgent: userAgentOf(context.request),
  }
  return context.request.method === 'HEAD'
    ? { id: desk.visits.nextId, ...visit }
    : desk.visits.open(visit)
}

type VisitContext = FaultContext & { readonly visit: Visit }

function giveDescriptor(desk: Desk, offer: Offer, context: VisitContext): Response {
  return respond(
    200,
    [
      ['Content-Type', 'text/vnd.sun.j2me.app-descriptor'],
      cacheControl,
      ['Vary', 'User-Agent, Accept-Language'],
    ],
    describeOctets(desk, offer, context),
  )
}

/** The descriptor that a visit gets; the same each time. */
export function describeOctets(desk: Desk, offer: Offer, context: VisitContext): Uint8Array {
  const { fault, shelf } = desk
  const offered = shelf.offerFor(offer, context.visit.id)
  const suite = fitSuite(offered.suite, context.visit.userAgent)
  const jar = packSuite(suite, fault)
  const attributes = describeSuite({
    spec: shapeSuite(suite, fault),
    jarBytes: jar.length,
    signature: signPackage(offer, jar, fault),
    jarPath: addressOf(offer.packagePath, offer.build),
    origin: context.origin,
    visit: context.visit,
    languages: context.request.headers.get('Accept-Language') ?? undefined,
  })
  const octets = formatDescriptor(fault?.descriptor?.(attributes, context) ?? attributes)
  return fault?.descriptorOctets?.(octets, context) ?? octets
}
