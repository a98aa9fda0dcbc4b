/** GET of a package, whole or a range of it, with or without the visit its descriptor named. */
import { chooseRange } from './byte-range.ts'
import type { ByteRange } from './byte-range.ts'
import { challenge, hasCredentials } from './credentials.ts'
import type { Answered, Desk } from './desk.ts'
import type { FaultContext } from './fault.ts'
import { fitSuite } from './fit-suite.ts'
import type { Offer } from './offers.ts'
import { cacheControl, respond, say } from './respond.ts'
import type { HeaderPair } from './respond.ts'
import { packSuite } from './suites.ts'
import { userAgentOf } from './visits.ts'

const fixedHeaders: readonly HeaderPair[] = [
  ['Content-Type', 'application/java-archive'],
  ['Accept-Ranges', 'bytes'],
  cacheControl,
]

export function answerPackage(desk: Desk, offer: Offer, context: FaultContext): Answered {
  const id = new URL(context.request.url).searchParams.get('visit')
  const visit = id === null ? undefined : desk.visits.find(id)
  if (id !== null && visit === undefined) {
    return { response: say(404, 'There is no such package.'), context }
  }
  const isOvertaken = visit !== undefined && desk.visits.isOvertaken(visit)
  const visited = { ...context, visit, isOvertaken }
  if (offer.credentials && !hasCredentials(context.request)) {
    return {
      response: say(401, 'This suite needs a name and a password.', [challenge]),
      context: visited,
    }
  }
  return givePackage(desk, offer, visited)
}

function givePackage(desk: Desk, offer: Offer, context: FaultContext): Answered {
  const key = context.visit?.id ?? new URL(context.request.url).pathname
  const before = { ...context, deliveries: desk.deliveries.of(key) }
  const asker = context.visit?.userAgent ?? userAgentOf(context.request)
  const { suite } = desk.shelf.offerFor(offer, context.visit?.id)
  const packed = packSuite(fitSuite(suite, asker), desk.fault)
  const octets = desk.fault?.packageOctets?.(packed, before) ?? packed
  const range = chooseRange(rangeOf(context.request), octets.length)
  const isDelivered = context.request.method === 'GET' && reachesEnd(range)
  return {
    response: giveRange(octets, range, context.visit === undefined ? [vary] : []),
    context: isDelivered ? { ...before, deliveries: desk.deliveries.add(key) } : before,
  }
}

/** Ranges are for GET alone; without validators an If-Range never matches (RFC 9110, 14.2 and 13.1.5). */
function rangeOf({ method, headers }: Request): string {
  return method === 'GET' && !headers.has('If-Range') ? (headers.get('Range') ?? '') : ''
}

/** Without a visit the build is chosen by the phone that asks. */
const vary: HeaderPair = ['Vary', 'User-Agent']

function giveRange(octets: Uint8Array, range: ByteRange, more: readonly HeaderPair[]): Response {
  const { length } = octets
  switch (range.kind) {
    case 'whole':
      return respond(200, [...fixedHeaders, ...more], octets)
    case 'part':
      return respond(
        206,
        [...fixedHeaders, ...more, ['Content-Range', `bytes ${range.from}-${range.to}/${length}`]],
        octets.subarray(range.from, range.to + 1),
      )
    case 'unsatisfiable':
      return say(416, 'There are no such octets.', [['Content-Range', `bytes */${length}`]])
    default:
      return range satisfies never
  }
}

function reachesEnd(range: ByteRange): boolean {
  return range.kind === 'whole' || (range.kind === 'part' && range.isLast)
}
