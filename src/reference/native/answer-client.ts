/** GET of the client: the build that fits the phone, whole or a range of it. */
import { answerDescriptor } from '../answer-descriptor.ts'
import { chooseRange } from '../byte-range.ts'
import type { Answered, Desk } from '../desk.ts'
import type { FaultContext } from '../fault.ts'
import { offers } from '../offers.ts'
import { respond, say } from '../respond.ts'
import type { HeaderPair } from '../respond.ts'
import { chooseKind } from './choose-kind.ts'
import type { ClientOffer } from './clients.ts'
import { packageOf, versionOf } from './clients.ts'
import { labels } from './packages.ts'
import type { NativeKind } from './packages.ts'

/** A client is the same until it is released anew; kept by nobody on the way. */
const cacheControl: HeaderPair = ['Cache-Control', 'private, no-transform']

export function answerClient(desk: Desk, offer: ClientOffer, context: FaultContext): Answered {
  const chosen = offer.kind ?? chooseKind(context.request.headers)
  const kind = desk.fault?.clientKind?.(chosen, context) ?? chosen
  if (kind !== undefined) return giveClient(desk, offer, { ...context, kind })
  const [suite] = offers
  return suite === undefined
    ? { response: say(404, 'There is nothing for this phone.'), context }
    : answerDescriptor(desk, suite, { ...context, route: 'descriptor' })
}

function giveClient(
  desk: Desk,
  offer: ClientOffer,
  context: FaultContext & { readonly kind: NativeKind },
): Answered {
  const { kind, request } = context
  const isGet = request.method === 'GET'
  const clientRequests = isGet ? desk.deliveries.add(offer.path) : desk.deliveries.of(offer.path)
  const whole = packageOf(offer, kind, desk.fault)
  const octets = desk.fault?.clientOctets?.(whole, kind) ?? whole
  const tag = `"${offer.name}-${kind}-${octets.length}"`
  const range = chooseRange(isGet ? rangeOf(request, tag) : '', octets.length)
  const head = headOf(kind, tag)
  if (range.kind === 'unsatisfiable') {
    const total = ['Content-Range', `bytes */${octets.length}`] as const
    return { response: say(416, 'There are no such octets.', [total]), context }
  }
  const isWhole = range.kind === 'whole'
  if (isGet && (isWhole || range.isLast)) desk.jobs.delivered(offer.name, versionOf(offer))
  const response = isWhole
    ? respond(200, head, octets)
    : respond(
        206,
        [...head, ['Content-Range', `bytes ${range.from}-${range.to}/${octets.length}`]],
        octets.subarray(range.from, range.to + 1),
      )
  return { response, context: { ...context, clientRequests } }
}

function headOf(kind: NativeKind, tag: string): readonly HeaderPair[] {
  const { type, name } = labels[kind]
  return [
    ['Content-Type', type],
    ['Content-Disposition', `attachment; filename="${name}"`],
    ['Accept-Ranges', 'bytes'],
    ['ETag', tag],
    ['Vary', 'User-Agent, x-wap-profile, UA-OS'],
    cacheControl,
  ]
}

/** A part only of what the phone has the beginning of (RFC 9110, 13.1.5). */
function rangeOf({ headers }: Request, tag: string): string {
  const condition = headers.get('If-Range')
  return condition === null || condition === tag ? (headers.get('Range') ?? '') : ''
}
