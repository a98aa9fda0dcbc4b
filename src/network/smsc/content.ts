/** What a submission carries, in whichever of its spellings an ESME chose: header or optional parameters, body or payload. */
import { WireError } from '../../errors.ts'
import { encodeGsm } from '../../wire/sms/gsm7.ts'
import { decodeUdh, portsOf } from '../../wire/sms/udh.ts'
import type { UdhElement } from '../../wire/sms/udh.ts'
import { encodeUcs2 } from '../../wire/sms/ucs2.ts'
import { readSmppCoding } from '../../wire/smpp/data-coding.ts'
import type { SmppCoding } from '../../wire/smpp/data-coding.ts'
import { esmHeader } from '../../wire/smpp/message-flags.ts'
import { findTlv, findTlvNumber } from '../../wire/smpp/tlv.ts'
import type { Tlv } from '../../wire/smpp/tlv.ts'
import type { Submission } from '../submission.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'
import type { SmscOptions } from './smsc-options.ts'

export interface CarriedFields {
  readonly esmClass: number
  readonly dataCoding: number
  /** Absent in data_sm. */
  readonly shortMessage: Uint8Array
  readonly tlvs: readonly Tlv[]
}

export type Content = Pick<Submission, 'dataCoding' | 'elements' | 'octets'>
type ContentReading = ({ readonly kind: 'content' } & Content) | Refusal
type Elements = { readonly kind: 'elements'; readonly elements: readonly UdhElement[] } | Refusal

export function readContent(
  fields: CarriedFields,
  { defaultCharset }: Pick<SmscOptions, 'defaultCharset'>,
): ContentReading {
  const payload = findTlv(fields.tlvs, 'message_payload')
  if (payload !== undefined && fields.shortMessage.length > 0) {
    return refuse('ESME_RINVOPTPARSTREAM', 'both a short_message and a message_payload')
  }
  const whole = payload ?? fields.shortMessage
  const header = readHeader(whole, fields.esmClass)
  if (header.kind === 'refused') return header
  const stated = elementsOfTlvs(fields.tlvs, header.elements)
  if (stated.kind === 'refused') return stated
  const coding = readSmppCoding(fields.dataCoding)
  const elements = [...header.elements, ...stated.elements]
  const text = toAir(whole.subarray(header.octetCount), coding, defaultCharset)
  return { kind: 'content', elements, ...text }
}

function readHeader(whole: Uint8Array, esmClass: number) {
  if ((esmClass & esmHeader) === 0) {
    return { kind: 'header', elements: [], octetCount: 0 } as const
  }
  try {
    return { kind: 'header', ...decodeUdh(whole) } as const
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    return refuse('ESME_RINVESMCLASS', `UDHI without a header: ${error.message}`)
  }
}

/** Ports and segmentation as optional parameters (SMPP 3.4 sections 5.3.2.20 to 5.3.2.24); not beside those of a header. */
function elementsOfTlvs(tlvs: readonly Tlv[], header: readonly UdhElement[]): Elements {
  const destination = findTlvNumber(tlvs, 'destination_port')
  const segment = readSegment(tlvs)
  if (segment.kind === 'refused') return segment
  const isMixed =
    (segment.elements.length > 0 && header.length > 0) ||
    (destination !== undefined && portsOf(header) !== undefined)
  if (isMixed) {
    return refuse('ESME_ROPTPARNOTALLWD', 'both a user data header and parameters in its place')
  }
  if (destination === undefined) return segment
  const source = findTlvNumber(tlvs, 'source_port') ?? 0
  const ports: UdhElement = { kind: 'ports', portBits: 16, destination, source }
  return { kind: 'elements', elements: [ports, ...segment.elements] }
}

function readSegment(tlvs: readonly Tlv[]): Elements {
  const reference = findTlvNumber(tlvs, 'sar_msg_ref_num')
  const total = findTlvNumber(tlvs, 'sar_total_segments')
  const sequence = findTlvNumber(tlvs, 'sar_segment_seqnum')
  if (reference === undefined && total === undefined && sequence === undefined) {
    return { kind: 'elements', elements: [] }
  }
  if (reference === undefined || total === undefined || sequence === undefined) {
    return refuse('ESME_RMISSINGOPTPARAM', 'not all three of the sar parameters')
  }
  if (total === 0 || sequence === 0 || sequence > total) {
    return refuse('ESME_RINVOPTPARAMVAL', `segment ${sequence} of ${total}`)
  }
  const one: UdhElement = { kind: 'concatenation', referenceBits: 16, reference, total, sequence }
  return { kind: 'elements', elements: [one] }
}

/** Texts in ASCII and Latin-1 go out in the GSM alphabet, or in UCS-2 where that lacks a character. */
function toAir(
  octets: Uint8Array,
  { charset, airCoding }: SmppCoding,
  defaultCharset: SmscOptions['defaultCharset'],
): Pick<Content, 'dataCoding' | 'octets'> {
  const isLatin =
    charset === 'ascii' ||
    charset === 'latin1' ||
    (charset === 'default' && defaultCharset === 'latin1')
  if (isLatin) {
    const text = Buffer.from(octets).toString('latin1')
    const septets = encodeGsm(text)
    if (septets !== undefined) return { dataCoding: airCoding, octets: septets }
    return { dataCoding: airCoding | ucs2Bit, octets: encodeUcs2(text) }
  }
  if (charset !== 'default') return { dataCoding: airCoding, octets }
  return { dataCoding: airCoding, octets: octets.map((octet) => octet & 0x7f) }
}

const ucs2Bit = 0x08
