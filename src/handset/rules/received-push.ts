/** What came to the phone, decoded as far as the phone understands it. */
import { WireError } from '../../errors.ts'
import type { DiscardRule } from '../../trace/message-events.ts'
import { escapeText } from '../../wire/escape.ts'
import { readPushContent } from '../../wire/push/push-content.ts'
import type { PushContent } from '../../wire/push/push-content.ts'
import { readDataCoding } from '../../wire/sms/data-coding.ts'
import { decodeGsm } from '../../wire/sms/gsm7.ts'
import { decodeUcs2 } from '../../wire/sms/ucs2.ts'
import { portsOf } from '../../wire/sms/udh.ts'
import { charsetParameter, mediaTypeOf } from '../../wire/wsp/content-type.ts'
import { applicationIdOf } from '../../wire/wsp/push-headers.ts'
import type { ApplicationId } from '../../wire/wsp/push-headers.ts'
import { decodePush } from '../../wire/wsp/push-pdu.ts'
import type { Piece } from './reassembly.ts'

export type Arrived =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'datagram'; readonly port: number; readonly octets: Uint8Array }

/** A whole short message: for a port where a segment names one, else a text. */
export function readPieces(pieces: readonly Piece[]): Arrived {
  const port = pieces.map(({ header }) => portsOf(header ?? [])?.destination)
  const destination = port.find((one) => one !== undefined)
  const octets = new Uint8Array(Buffer.concat(pieces.map((piece) => piece.octets)))
  if (destination !== undefined) return { kind: 'datagram', port: destination, octets }
  const [first] = pieces
  return { kind: 'text', text: textOf(octets, first?.dataCoding ?? 0) }
}

/** Data without a port is shown as it is: a phone does not guess. */
function textOf(octets: Uint8Array, dataCoding: number): string {
  const { alphabet } = readDataCoding(dataCoding)
  if (alphabet === 'gsm') return decodeGsm(octets)
  return alphabet === 'ucs2' ? decodeUcs2(octets) : Buffer.from(octets).toString('latin1')
}

export interface ReceivedPush {
  readonly contentType: string
  readonly charset: string | undefined
  readonly application: ApplicationId
  /** None where the type is none that a push client shows. */
  readonly content: PushContent | undefined
  /** Why the content cannot be read although its type is known. */
  readonly problem: string | undefined
}

/** @throws WireError where it is no push at all */
function readPush(octets: Uint8Array): ReceivedPush {
  const { contentType: type, headers, body } = decodePush(octets)
  const contentType = mediaTypeOf(type) ?? 'a type without a registered name'
  const charset = charsetParameter(type)
  const common = { contentType, charset, application: applicationIdOf(headers) }
  try {
    const read = readPushContent(body, { mediaType: contentType, charset })
    return { ...common, content: read?.content, problem: undefined }
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    return { ...common, content: undefined, problem: error.message }
  }
}

const shownMax = 200

/** For a person, in one line. */
export function describeContent(content: PushContent): string {
  switch (content.kind) {
    case 'si': {
      const { text, href, action, siId, created, expires } = content.indication
      const parts = [
        `SI ${show(text)}`,
        ...(href === undefined ? [] : [`to ${show(href)}`]),
        ...(siId === undefined ? [] : [`si-id ${show(siId)}`]),
        ...(action === undefined ? [] : [`action ${show(action)}`]),
        ...(created === undefined ? [] : [`created ${show(created)}`]),
        ...(expires === undefined ? [] : [`expires ${show(expires)}`]),
      ]
      return parts.join(', ')
    }
    case 'sl': {
      const { href, action } = content.loading
      const parts = [
        `SL to ${show(href ?? 'nowhere')}`,
        ...(action === undefined ? [] : [`action ${show(action)}`]),
      ]
      return parts.join(', ')
    }
    case 'co':
      return 'cache operation'
    case 'cp':
      return 'client provisioning'
    default:
      return content satisfies never
  }
}

export function show(text: string): string {
  return escapeText(text, shownMax)
}

/** A push, or a reason why there is none. */
export type PushReading =
  | { readonly kind: 'push'; readonly push: ReceivedPush }
  | { readonly kind: 'discarded'; readonly rule: DiscardRule; readonly reason: string }

export function readPushSafely(octets: Uint8Array): PushReading {
  try {
    return { kind: 'push', push: readPush(octets) }
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    return { kind: 'discarded', rule: 'malformed', reason: `no push: ${error.message}` }
  }
}
