/** GET of the client: the build that fits the phone, whole or a range of it. */
import { answerDescriptor } from '../answer-descriptor.ts'
import type { Answered, Desk } from '../desk.ts'
import type { FaultContext } from '../fault.ts'
import { offers } from '../offers.ts'
import { respond, say } from '../respond.ts'
import { whenSent } from '../sending.ts'
import type { HeaderPair } from '../respond.ts'
import { findKind } from './choose-kind.ts'
import type { ClientOffer } from './clients.ts'
import { refuseOtherPlatform } from './other-platform.ts'
import { packageOf, releasedAt, versionOf } from './clients.ts'
import { chooseOctets } from './conditions.ts'
import type { Validators } from './conditions.ts'
import { labels } from './packages.ts'
import type { NativeKind } from './packages.ts'
import { userAgentOf } from '../visits.ts'

/** A client is the same until it is released anew; kept by nobody on the way. */
const cacheControl: HeaderPair = ['Cache-Control', 'private, no-transform']

export async function answerClient(
  desk: Desk,
  offer: ClientOffer,
  asked: FaultContext,
): Promise<Answered> {
  const refusal =
    offer.kind === undefined ? undefined : await refuseOtherPlatform(desk, offer.kind, asked)
  if (refusal !== undefined) {
    return { response: refusal, context: { ...asked, isOtherPlatform: true } }
  }
  const found =
    offer.kind === undefined ? await findKind(asked.request.headers, desk.profiles) : undefined
  const chosen = offer.kind ?? found?.kind
  const context = { ...asked, profile: found?.profile ?? 'not needed' }
  const kind = desk.fault?.clientKind?.(chosen, context) ?? chosen
  if (kind !== undefined) {
    return giveClient(desk, desk.clientShelf.offerFor(offer), { ...context, kind })
  }
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
  const clientAgent = desk.agents.first(offer.path, userAgentOf(request))
  const known = { ...context, clientRequests, clientAgent }
  const whole = packageOf(offer, kind, desk.fault)
  const octets = desk.fault?.clientOctets?.(whole, kind) ?? whole
  const version = {
    tag: `"${offer.name}-${kind}-${versionOf(offer)}-${octets.length}"`,
    modified: releasedAt(offer),
  }
  const headers = desk.fault?.clientAsked?.(request.headers) ?? request.headers
  const asked = { kind, method: request.method, headers, version }
  const { response, isWhole } = giveOctets(octets, asked)
  const release = versionOf(offer)
  if (response.ok) desk.jobs.requested(offer.name, release)
  if (isWhole) whenSent(response, () => desk.jobs.sent(offer.name, release))
  return { response, context: known }
}

/** Whole or a range of it, by the conditions of the request; `isWhole` when its last octet goes out. */
export function giveOctets(
  octets: Uint8Array,
  asked: {
    readonly kind: NativeKind
    readonly method: string
    readonly headers: Headers
    readonly version: Validators
  },
): { readonly response: Response; readonly isWhole: boolean } {
  const { kind, method, version } = asked
  const isGet = method === 'GET'
  const range = chooseOctets(asked, version, octets.length)
  const head = headOf(kind, version)
  switch (range.kind) {
    case 'failed':
      return { response: say(412, 'This is another version.'), isWhole: false }
    case 'unsatisfiable': {
      const total = ['Content-Range', `bytes */${octets.length}`] as const
      return { response: say(416, 'There are no such octets.', [total]), isWhole: false }
    }
    case 'whole':
      return { response: respond(200, head, octets), isWhole: isGet }
    case 'part': {
      const place = `bytes ${range.from}-${range.to}/${octets.length}`
      const part = octets.subarray(range.from, range.to + 1)
      return {
        response: respond(206, [...head, ['Content-Range', place]], part),
        isWhole: isGet && range.isLast,
      }
    }
    default:
      return range satisfies never
  }
}

function headOf(kind: NativeKind, { tag, modified }: Validators): readonly HeaderPair[] {
  const { type, name } = labels[kind]
  return [
    ['Content-Type', type],
    ['Content-Disposition', `attachment; filename="${name}"`],
    ['Accept-Ranges', 'bytes'],
    ['ETag', tag],
    ['Last-Modified', modified],
    ['Vary', 'User-Agent, x-wap-profile, UA-OS'],
    cacheControl,
  ]
}
