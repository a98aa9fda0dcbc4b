import { WireError } from '../../errors.ts'
import type { Annotate } from '../annotate.ts'
import { OctetReader, OctetWriter } from '../octets.ts'
import { decodeContentType, encodeContentType } from './content-type.ts'
import type { WspContentType } from './content-type.ts'
import { decodeHeaders, encodeHeaders } from './headers.ts'
import type { WspField, WspHeader } from './headers.ts'

export interface WspPush {
  /** Any octet; it has no meaning for a push that nobody confirms. */
  readonly transactionId: number
  readonly confirmed: boolean
  readonly contentType: WspContentType
  readonly headers: readonly WspField[]
  readonly body: Uint8Array
}

export interface DecodedWspPush extends WspPush {
  readonly headers: readonly WspHeader[]
  readonly contentTypeOffset: number
  readonly bodyOffset: number
}

const pushType = 0x06
const confirmedPushType = 0x07

/** Octets of a push: what 255 segments of an SMS can carry fits well below, as does a datagram. */
const pushBytesMax = 65_535

/**
 * A push without a session (WSP 8.2.4.1), as it comes in a datagram or behind the UDH of an SMS:
 *
 *     TID  06  HeadersLen (uintvar)  Content-Type  Headers …  Data …
 *
 * @throws WireError for another type of PDU, and where lengths do not fit
 */
export function decodePush(octets: Uint8Array, annotate?: Annotate): DecodedWspPush {
  if (octets.length > pushBytesMax) {
    const message = `Unexpected push of ${octets.length} octets, expected at most ${pushBytesMax}`
    throw new WireError('wire/wsp-too-long', `${message} (pushBytesMax)`, pushBytesMax)
  }
  const reader = new OctetReader(octets)
  const transactionId = reader.u8()
  annotate?.(0, 1, `Transaction ${transactionId}`)
  const type = reader.u8()
  if (type !== pushType && type !== confirmedPushType) {
    const found = `0x${type.toString(16).padStart(2, '0')}`
    const message = `Unexpected type of PDU ${found}, expected 0x06 (Push) or 0x07 (ConfirmedPush)`
    throw new WireError('wire/wsp-pdu-type', message, 1)
  }
  const confirmed = type === confirmedPushType
  annotate?.(1, 2, confirmed ? 'ConfirmedPush' : 'Push')
  const length = reader.uintvar()
  annotate?.(2, reader.offset, `Content type and headers of ${length} octets`)
  const head = reader.part(length)
  const contentTypeOffset = head.offset
  const contentType = decodeContentType(head, annotate)
  const headers = decodeHeaders(head, annotate)
  const bodyOffset = reader.offset
  const body = reader.take(reader.remaining)
  return { transactionId, confirmed, contentType, headers, body, contentTypeOffset, bodyOffset }
}

export function encodePush(push: WspPush): Uint8Array {
  const head = new OctetWriter()
  encodeContentType(head, push.contentType)
  encodeHeaders(head, push.headers)
  return new OctetWriter()
    .u8(push.transactionId)
    .u8(push.confirmed ? confirmedPushType : pushType)
    .uintvar(head.length)
    .bytes(head.toUint8Array())
    .bytes(push.body)
    .toUint8Array()
}
