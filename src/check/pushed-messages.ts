/** What the target had the network carry, put together again from the octets that the network took on. */
import { WireError } from '../errors.ts'
import type { EventOf } from '../trace/events.ts'
import { readPushContent } from '../wire/push/push-content.ts'
import type { ReadPushContent } from '../wire/push/push-content.ts'
import { readDataCoding } from '../wire/sms/data-coding.ts'
import { decodeGsm } from '../wire/sms/gsm7.ts'
import { SegmentJoiner } from '../wire/sms/joiner.ts'
import { decodeUcs2 } from '../wire/sms/ucs2.ts'
import { concatenationOf, decodeUdh, portsOf } from '../wire/sms/udh.ts'
import type { ApplicationPorts, Concatenation, UdhElement } from '../wire/sms/udh.ts'
import { charsetParameter, mediaTypeOf } from '../wire/wsp/content-type.ts'
import { decodePush } from '../wire/wsp/push-pdu.ts'
import type { DecodedWspPush } from '../wire/wsp/push-pdu.ts'
import type { Evidence } from './evidence.ts'

/** One message as it was handed in: the whole, or a segment of one. */
export interface PushedPart {
  readonly event: EventOf<'message.accepted'>
  readonly elements: readonly UdhElement[]
  readonly concatenation: Concatenation | undefined
  readonly ports: ApplicationPorts | undefined
  readonly octets: Uint8Array
}

/** What a phone has once all segments are there. */
export interface PushedMessage {
  /** `seq` of the part that completed it. */
  readonly seq: number
  readonly at: number
  readonly to: string
  readonly bearer: string
  /** In the order of the text or of the document. */
  readonly parts: readonly PushedPart[]
  readonly octets: Uint8Array
  readonly reading: PushReading
  /** What the user can open, in the order it stands there. */
  readonly links: readonly string[]
}

export type PushReading =
  | { readonly kind: 'text'; readonly text: string }
  /** For a port; `push` is absent where it is no WSP push. */
  | {
      readonly kind: 'datagram'
      readonly port: number
      readonly push: DecodedWspPush | undefined
      readonly mediaType: string | undefined
      readonly content: ReadPushContent | undefined
      /** Why push or content could not be read. */
      readonly problem: string | undefined
    }

const known = new WeakMap<Evidence, readonly PushedMessage[]>()

/** Whole messages of the target, in the order of their last parts; what the harness sent in its place is none. */
export function pushedMessages(evidence: Evidence): readonly PushedMessage[] {
  const found = known.get(evidence) ?? [...joinParts(pushedParts(evidence))]
  known.set(evidence, found)
  return found
}

/** Everything the target handed in, whole messages and segments alike. */
export function pushedParts(evidence: Evidence): readonly PushedPart[] {
  return evidence
    .all('message.accepted')
    .filter(({ bearer }) => bearer !== 'harness')
    .map((event) => {
      const elements = elementsOf(event.udh)
      const concatenation = concatenationOf(elements)
      return { event, elements, concatenation, ports: portsOf(elements), octets: event.octets }
    })
}

/** A header that cannot be read counts as none; the check of headers tells of it. */
function elementsOf(udh: Uint8Array): readonly UdhElement[] {
  if (udh.length === 0) return []
  try {
    return decodeUdh(udh).elements
  } catch (error) {
    if (error instanceof WireError) return []
    throw error
  }
}

function* joinParts(parts: readonly PushedPart[]): Generator<PushedMessage> {
  const joiner = new SegmentJoiner<PushedPart>()
  for (const part of parts) {
    const { event, concatenation } = part
    if (concatenation === undefined) {
      yield readMessage([part], part)
      continue
    }
    const outcome = joiner.add(`${event.from}>${event.to}`, concatenation, part, event.at)
    if (outcome.kind === 'whole') yield readMessage(outcome.parts, part)
  }
}

function readMessage(parts: readonly PushedPart[], { event }: PushedPart): PushedMessage {
  const octets = new Uint8Array(Buffer.concat(parts.map((part) => part.octets)))
  const port = parts.find((part) => part.ports !== undefined)?.ports?.destination
  const reading: PushReading =
    port === undefined && event.carrier === 'sms'
      ? { kind: 'text', text: textOf(octets, parts[0]?.event.dataCoding ?? 0) }
      : { kind: 'datagram', port: port ?? wapPushPort, ...readDatagram(octets) }
  const { seq, at, to, bearer } = event
  return { seq, at, to, bearer, parts, octets, reading, links: linksOf(reading) }
}

/** Connectionless, not secured (WAP-259 WDP). */
export const wapPushPort = 2948

function textOf(octets: Uint8Array, dataCoding: number): string {
  const { alphabet } = readDataCoding(dataCoding)
  if (alphabet === 'gsm') return decodeGsm(octets)
  return alphabet === 'ucs2' ? decodeUcs2(octets) : new TextDecoder('latin1').decode(octets)
}

type Datagram = Omit<Extract<PushReading, { kind: 'datagram' }>, 'kind' | 'port'>

function readDatagram(octets: Uint8Array): Datagram {
  const nothing = { push: undefined, mediaType: undefined, content: undefined, problem: undefined }
  let push: DecodedWspPush
  try {
    push = decodePush(octets)
  } catch (error) {
    if (error instanceof WireError) return { ...nothing, problem: error.message }
    throw error
  }
  const mediaType = mediaTypeOf(push.contentType)
  const charset = charsetParameter(push.contentType)
  const read = { ...nothing, push, mediaType }
  if (mediaType === undefined) return read
  try {
    return { ...read, content: readPushContent(push.body, { mediaType, charset }) }
  } catch (error) {
    if (error instanceof WireError) return { ...read, problem: error.message }
    throw error
  }
}

/** Links of one text that are looked at. */
const linksMax = 16

function linksOf(reading: PushReading): readonly string[] {
  if (reading.kind === 'text') {
    return (reading.text.match(/https?:\/\/\S+/gi) ?? []).slice(0, linksMax)
  }
  const content = reading.content?.content
  if (content?.kind === 'si') return content.indication.href ? [content.indication.href] : []
  return content?.kind === 'sl' && content.loading.href ? [content.loading.href] : []
}
