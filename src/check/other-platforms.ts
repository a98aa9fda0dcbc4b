/** Links that were made for one platform and opened by a phone of another. */
import type { Exchange, RecordedResponse } from '../trace/events.ts'
import { headerValue } from '../wire/http-fields.ts'
import { parseMediaType } from '../wire/media-types.ts'
import { pageKindOf } from '../wire/page/page.ts'
import type { CheckContext } from './check.ts'
import { formatOrdered, isForOtherPlatform, isNativePhone, isOutdated } from './native-links.ts'
import type { NativeFormat } from './native-packages.ts'
import { nativeFormatOf } from './native-packages.ts'
import { endOf, hasClient, orderedTickets } from './ticket-openings.ts'

export interface ForeignOpening {
  /** What the link was answered, redirects followed. */
  readonly exchange: Exchange
  /** What the link leads to. */
  readonly ordered: NativeFormat | 'suite'
}

export function foreignOpenings(context: CheckContext): readonly ForeignOpening[] {
  const links = foreignLinks(context)
  if (links.size === 0) return []
  const asked = context.evidence
    .exchanges(isNativePhone(context) ? 'package' : 'descriptor')
    .filter((one) => one.probe === undefined && !isOutdated(one))
    .filter((one) => isNativePhone(context) || saysJavaAlone(one))
  return asked.flatMap((exchange) => {
    const ordered = links.get(exchange.request.url)
    return ordered === undefined ? [] : [{ exchange: endOf(exchange, asked), ordered }]
  })
}

/** Of a phone that calls itself one of Symbian, or says nothing of Java, no server can tell that a package is not for it. */
function saysJavaAlone({ request }: Exchange): boolean {
  const agent = headerValue(request.headers, 'User-Agent') ?? ''
  return /MIDP|CLDC/i.test(agent) && !/Symbian|Series ?60/i.test(agent)
}

type ForeignLinks = ReadonlyMap<string, NativeFormat | 'suite'>

const known = new WeakMap<CheckContext, ForeignLinks>()

/** By URL, what is ordered there for phones of another platform than this. */
function foreignLinks(context: CheckContext): ForeignLinks {
  const found = known.get(context) ?? findForeignLinks(context)
  known.set(context, found)
  return found
}

function findForeignLinks(context: CheckContext): ForeignLinks {
  const { facts } = context
  const named = [
    ...(facts.target.links ?? []),
    ...orderedTickets(context).map(({ ordered, link }) => [ordered.app, link] as const),
  ]
  return new Map(
    named.flatMap(([name, url]) => {
      const ordered = formatOrdered(name)
      return ordered !== undefined && isForOtherPlatform(facts, name) ? [[url, ordered]] : []
    }),
  )
}

/** Whether it is given out is the policy of the target, and for native/other-platform to say. */
export function isForeignOpening(context: CheckContext, { request }: Exchange): boolean {
  return foreignLinks(context).has(request.url)
}

/** The answer brings what was ordered, by its first octets; with HEAD no octets tell. */
export function isOrdered({ exchange, ordered }: ForeignOpening): boolean {
  const { request, response } = exchange
  if (response?.status !== 200 && response?.status !== 206) return false
  if (request.method === 'HEAD') return true
  const format = nativeFormatOf(response.body)
  return ordered === 'suite' ? format === undefined && hasClient(exchange) : format === ordered
}

/** So much of a page is looked at: it is to fit on the screen of a phone. */
const lookedAtBytes = 16_384
/** A sentence has more. */
const lettersMin = 10

/** Something that a user can read: a page or a text, and words in it. */
export function isReadable({ headers, body }: RecordedResponse): boolean {
  const text = new TextDecoder('latin1')
    .decode(body.subarray(0, lookedAtBytes))
    .replaceAll(/<(script|style)\b[^]*?<\/\1/gi, '')
    .replaceAll(/<[^<>]*>/g, '')
  const letters = text.match(/[a-z\u{80}-\u{FF}]/giu) ?? []
  return isText(headers) && letters.length >= lettersMin
}

/** Of a type that every browser shows. */
export function isText(headers: RecordedResponse['headers']): boolean {
  const { essence = '' } = parseMediaType(headerValue(headers, 'Content-Type') ?? '') ?? {}
  return essence === 'text/plain' || pageKindOf(essence) !== undefined
}
