/** GET of a download descriptor and of the object that it describes. Each descriptor is a visit of its own. */
import { ddMediaType } from '../../wire/media-types.ts'
import { writeDownloadDescriptor } from '../../wire/download-descriptor.ts'
import type { DownloadDescriptor } from '../../wire/download-descriptor.ts'
import { togetherMediaType } from '../../wire/download-parts.ts'
import { formatMultipart } from '../../wire/multipart.ts'
import type { Answered, Desk } from '../desk.ts'
import type { FaultContext } from '../fault.ts'
import { giveOctets } from '../native/answer-client.ts'
import { nativeKinds } from '../native/packages.ts'
import { cacheControl, respond, say } from '../respond.ts'
import { whenSent } from '../sending.ts'
import { userAgentOf } from '../visits.ts'
import type { Visit } from '../visits.ts'
import { downloadOffers, objectKinds } from './download-offers.ts'
import type { DownloadOffer, ObjectKind } from './download-offers.ts'
import { objectOf, offeredClient } from './downloads.ts'
import type { DownloadObject, VisitContext } from './downloads.ts'

export const objectFolder = '/objects/'

/** The object is for the phone that the descriptor was for; a suite descriptor speaks its language. */
const vary = ['Vary', 'User-Agent, Accept-Language'] as const

/** Where those go on who have got something. */
export const nextPagePath = '/more'

export async function answerDownload(
  desk: Desk,
  offer: DownloadOffer,
  context: FaultContext,
): Promise<Answered> {
  const visited = { ...context, visit: openVisit(desk, offer, context) }
  const { descriptor: described, object, kind } = await describe(desk, offer, visited)
  const descriptor = desk.fault?.download?.(described, visited) ?? described
  const written = writeDownloadDescriptor(descriptor)
  const octets = desk.fault?.downloadOctets?.(written, visited) ?? written
  const isTogether = offer.together === true
  const body = isTogether ? bodyOf(octets, object, desk.fault) : { type: ddMediaType, octets }
  const vary = ['Vary', 'User-Agent, x-wap-profile, UA-OS'] as const
  const response = respond(200, [['Content-Type', body.type], cacheControl, vary], body.octets)
  if (isTogether && isNative(kind)) {
    noteJob(desk, offer, { response, isWhole: context.request.method === 'GET' })
  }
  return { response, context: visited }
}

function isNative(kind: ObjectKind): boolean {
  return nativeKinds.some((one) => one === kind)
}

/** That of a native package is a job until its client connects. */
function noteJob(
  desk: Desk,
  offer: DownloadOffer,
  { response, isWhole }: { readonly response: Response; readonly isWhole: boolean },
): void {
  const { version } = offeredClient()
  if (response.ok) desk.jobs.requested(offer.name, version)
  if (isWhole) whenSent(response, () => desk.jobs.sent(offer.name, version))
}

const boundary = 'descriptor-and-object'
const objectId = 'object@ota-handset'

/** Both in one body: the descriptor, and what it describes by its Content-ID (RFC 2387, RFC 2392). */
function bodyOf(
  descriptor: Uint8Array,
  { type, octets }: DownloadObject,
  fault: Desk['fault'],
): DownloadObject {
  const parts = [
    { headers: [['Content-Type', ddMediaType]] as const, body: descriptor },
    {
      headers: [
        ['Content-Type', type],
        ['Content-ID', `<${objectId}>`],
      ] as const,
      body: octets,
    },
  ]
  return {
    type: `${togetherMediaType}; boundary=${boundary}; type="${ddMediaType}"`,
    octets: formatMultipart(fault?.downloadParts?.(parts) ?? parts, boundary),
  }
}

/** HEAD leaves no trace: it tells of the descriptor that a GET would get. */
function openVisit(desk: Desk, { path }: DownloadOffer, { now, request }: FaultContext): Visit {
  const visit = { link: path, openedAt: now, userAgent: userAgentOf(request) }
  return request.method === 'HEAD' ? { id: desk.visits.nextId, ...visit } : desk.visits.open(visit)
}

async function describe(
  desk: Desk,
  offer: DownloadOffer,
  context: VisitContext,
): Promise<{
  readonly descriptor: DownloadDescriptor
  readonly object: DownloadObject
  readonly kind: ObjectKind
}> {
  const { origin, visit, request } = context
  const kind = await offer.kindFor(request.headers, desk.profiles)
  const objectUri = `${origin}${objectFolder}${visit.id}/${kind}`
  // As it will be asked for: a descriptor of a suite may name places beside its own.
  const asked = new Request(objectUri, { headers: request.headers })
  const object = objectOf(desk, kind, { ...context, route: 'object', request: asked })
  const descriptor = {
    types: [object.type],
    size: object.octets.length,
    objectUri: offer.together === true ? `cid:${objectId}` : objectUri,
    installNotifyUri: `${origin}/download-notify/${visit.id}`,
    nextUrl: `${origin}${nextPagePath}`,
    version: '1.0',
    name: offer.title,
    vendor: 'Acme',
    description: offer.description,
  }
  return { descriptor, object, kind }
}

export function answerObject(desk: Desk, context: FaultContext, path: string): Answered {
  const [id = '', name = '', ...more] = path.slice(objectFolder.length).split('/')
  const visit = desk.visits.find(id)
  const kind = more.length === 0 ? objectKinds.find((one) => one === name) : undefined
  const offer = downloadOffers.find((one) => one.path === visit?.link)
  if (visit === undefined || kind === undefined || offer === undefined) {
    return { response: say(404, 'There is no such object.'), context }
  }
  const visited = { ...context, visit }
  const { type, octets } = objectOf(desk, kind, visited)
  const native = nativeKinds.find((one) => one === kind)
  if (native === undefined) {
    const response = respond(200, [['Content-Type', type], cacheControl, vary], octets)
    return { response, context: visited }
  }
  const { released } = offeredClient()
  const { method, headers } = context.request
  const { response, isWhole } = giveOctets(octets, {
    kind: native,
    method,
    headers,
    version: { tag: `"${visit.id}-${kind}-${octets.length}"`, modified: released },
  })
  noteJob(desk, offer, { response, isWhole })
  return { response, context: visited }
}
