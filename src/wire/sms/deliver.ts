/**
 * SMS-DELIVER, what a phone gets from the air (3GPP 23.040 section 9.2.2.1):
 *
 *     flags 1 · TP-OA 2–12 · TP-PID 1 · TP-DCS 1 · TP-SCTS 7 · TP-UDL 1 · TP-UD 0–140
 */
import { WireError } from '../../errors.ts'
import type { Annotate } from '../annotate.ts'
import { OctetReader, OctetWriter } from '../octets.ts'
import { readAddress, writeAddress } from './address.ts'
import type { SmsAddress } from './address.ts'
import { readDataCoding } from './data-coding.ts'
import { fillBitsAfter, headerSeptets, packSeptets, unpackSeptets } from './gsm7.ts'
import { userDataOctetsMax } from './segments.ts'
import { describeTimestamp, readTimestamp, writeTimestamp } from './timestamp.ts'
import type { SmsTimestamp } from './timestamp.ts'
import { decodeUdh, encodeUdh } from './udh.ts'
import type { UdhElement } from './udh.ts'

export interface SmsDeliver {
  readonly moreMessages: boolean
  readonly loopPrevention: boolean
  /** A status report will be returned to the sender. */
  readonly statusReport: boolean
  readonly replyPath: boolean
  readonly from: SmsAddress
  readonly protocolId: number
  readonly dataCoding: number
  readonly sentAt: SmsTimestamp
  /** Absent without TP-UDHI. */
  readonly header: readonly UdhElement[] | undefined
  /** Behind the header: septets one to an octet where the data coding says GSM and not compressed, else octets. */
  readonly octets: Uint8Array
}

const typeMask = 0x03
const typeDeliver = 0x00
const noMoreMessages = 0x04
const loopPrevention = 0x08
const statusReport = 0x20
const headerIndicator = 0x40
const replyPath = 0x80

/** @throws WireError with the offset into the TPDU */
export function decodeDeliver(tpdu: Uint8Array, annotate?: Annotate): SmsDeliver {
  const reader = new OctetReader(tpdu)
  const flags = reader.u8()
  if ((flags & typeMask) !== typeDeliver) {
    throw new WireError('sms/type', `Unexpected message type ${flags & typeMask}, expected 0`, 0)
  }
  annotate?.(0, 1, `SMS-DELIVER${(flags & headerIndicator) === 0 ? '' : ', with a header'}`)
  const from = readAddress(reader)
  annotate?.(1, reader.offset, `From ${from.value} (type ${from.ton})`)
  const protocolId = reader.u8()
  annotate?.(reader.offset - 1, reader.offset, `Protocol ${protocolId}`)
  const dataCoding = reader.u8()
  const { alphabet } = readDataCoding(dataCoding)
  annotate?.(reader.offset - 1, reader.offset, `Data coding: ${alphabet}`)
  const stampOffset = reader.offset
  const sentAt = readTimestamp(reader)
  annotate?.(stampOffset, reader.offset, `Sent ${describeTimestamp(sentAt)}`)
  const isSeptets = carriesSeptets(dataCoding)
  const userData = readUserData(reader, isSeptets)
  const unit = isSeptets ? 'septets' : 'octets'
  annotate?.(userData.start - 1, userData.start, `User data of ${userData.length} ${unit}`)
  return {
    moreMessages: (flags & noMoreMessages) === 0,
    loopPrevention: (flags & loopPrevention) !== 0,
    statusReport: (flags & statusReport) !== 0,
    replyPath: (flags & replyPath) !== 0,
    from,
    protocolId,
    dataCoding,
    sentAt,
    ...((flags & headerIndicator) === 0
      ? { header: undefined, octets: withoutHeader(userData, isSeptets) }
      : withHeader(userData, isSeptets, annotate)),
  }
}

interface RawUserData {
  /** As stated: septets or octets, header included. */
  readonly length: number
  readonly octets: Uint8Array
  readonly start: number
}

function readUserData(reader: OctetReader, isSeptets: boolean): RawUserData {
  const { offset } = reader
  const length = reader.u8()
  const expected = isSeptets ? Math.ceil((length * 7) / 8) : length
  if (expected !== reader.remaining || expected > userDataOctetsMax) {
    const most = `at most ${userDataOctetsMax} (userDataOctetsMax)`
    throw new WireError(
      'sms/user-data-length',
      `Unexpected ${reader.remaining} octets of user data, expected ${expected}, ${most}`,
      offset,
    )
  }
  const start = reader.offset
  return { length, octets: reader.take(expected), start }
}

function withoutHeader({ length, octets }: RawUserData, isSeptets: boolean): Uint8Array {
  return isSeptets ? unpackSeptets(octets, length) : octets
}

function withHeader(
  { length, octets, start }: RawUserData,
  isSeptets: boolean,
  annotate: Annotate | undefined,
): { readonly header: readonly UdhElement[]; readonly octets: Uint8Array } {
  const { elements, octetCount } = headerAt(octets, start, annotate)
  const rest = octets.subarray(octetCount)
  if (!isSeptets) return { header: elements, octets: rest }
  const count = length - headerSeptets(octetCount)
  if (count < 0) {
    throw new WireError('sms/udh-length', 'Unexpected header beyond the stated septets', start)
  }
  return { header: elements, octets: unpackSeptets(rest, count, fillBitsAfter(octetCount)) }
}

function headerAt(octets: Uint8Array, start: number, annotate: Annotate | undefined) {
  try {
    return decodeUdh(
      octets,
      annotate && ((from, to, what) => annotate(start + from, start + to, what)),
    )
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    throw new WireError(error.code, 'Unexpected user data header', start + error.offset)
  }
}

/** @throws WireError `sms/user-data-length` when header and text exceed one message */
export function encodeDeliver(deliver: SmsDeliver): Uint8Array {
  const writer = new OctetWriter().u8(flagsOf(deliver))
  writeAddress(writer, deliver.from)
  writer.u8(deliver.protocolId).u8(deliver.dataCoding)
  writeTimestamp(writer, deliver.sentAt)
  writeUserData(writer, deliver)
  return writer.toUint8Array()
}

function flagsOf(deliver: SmsDeliver): number {
  return (
    typeDeliver |
    (deliver.moreMessages ? 0 : noMoreMessages) |
    (deliver.loopPrevention ? loopPrevention : 0) |
    (deliver.statusReport ? statusReport : 0) |
    (deliver.header === undefined ? 0 : headerIndicator) |
    (deliver.replyPath ? replyPath : 0)
  )
}

function writeUserData(writer: OctetWriter, { dataCoding, header, octets }: SmsDeliver): void {
  const head = header === undefined ? new Uint8Array() : encodeUdh(header)
  const isSeptets = carriesSeptets(dataCoding)
  const body = isSeptets ? packSeptets(octets, fillBitsAfter(head.length)) : octets
  const total = head.length + body.length
  if (total > userDataOctetsMax) {
    throw new WireError(
      'sms/user-data-length',
      `Unexpected ${total} octets of user data, expected at most ${userDataOctetsMax} (userDataOctetsMax)`,
      writer.length,
    )
  }
  const length = isSeptets ? headerSeptets(head.length) + octets.length : total
  writer.u8(length).bytes(head).bytes(body)
}

function carriesSeptets(dataCoding: number): boolean {
  const { alphabet, compressed } = readDataCoding(dataCoding)
  return alphabet === 'gsm' && !compressed
}
