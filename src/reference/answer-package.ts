/** GET of a package, whole or a range of it, with or without the visit its descriptor named. */
import { chooseRange } from './byte-range.ts'
import { challenge, hasCredentials } from './credentials.ts'
import type { Answered, Desk } from './desk.ts'
import type { FaultContext } from './fault.ts'
import type { Offer } from './offers.ts'
import { cacheControl, respond, say } from './respond.ts'
import type { HeaderPair } from './respond.ts'
import { packSuite } from './suites.ts'

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
  const visited = { ...context, visit }
  if (offer.credentials && !hasCredentials(context.request)) {
    return {
      response: say(401, 'This suite needs a name and a password.', [challenge]),
      context: visited,
    }
  }
  return givePackage(desk, offer, visited)
}

function givePackage(desk: Desk, offer: Offer, context: FaultContext): Answered {
  const { method, url, headers } = context.request
  const packed = packSuite(offer.suite, desk.fault)
  // Ranges are for GET alone; without validators an If-Range never matches (RFC 9110 sections 14.2 and 13.1.5).
  const asked = method === 'GET' && !headers.has('If-Range') ? headers.get('Range') : null
  const range = chooseRange(asked ?? undefined, packed.length)
  const whole = range.kind === 'whole' && method === 'GET'
  const counted = {
    ...context,
    deliveries: whole ? desk.deliveries.add(url) : desk.deliveries.of(url),
  }
  const octets = desk.fault?.packageOctets?.(packed, counted) ?? packed
  if (range.kind === 'unsatisfiable') {
    const response = say(416, 'There are no such octets.', [
      ['Content-Range', `bytes */${octets.length}`],
    ])
    return { response, context: counted }
  }
  if (range.kind === 'whole') {
    return { response: respond(200, fixedHeaders, octets), context: counted }
  }
  const contentRange: HeaderPair = [
    'Content-Range',
    `bytes ${range.from}-${range.to}/${octets.length}`,
  ]
  const response = respond(
    206,
    [...fixedHeaders, contentRange],
    octets.subarray(range.from, range.to + 1),
  )
  return { response, context: counted }
}
