/** Fields of PDU bodies and their greatest sizes, the terminating NUL included (SMPP 3.4 sections 4 and 5.2). */
import { WireError } from '../../errors.ts'
import { fromOctetText, toOctetText } from '../octet-text.ts'
import type { Annotate } from '../annotate.ts'
import { escapeText } from '../escape.ts'
import { OctetReader, OctetWriter } from '../octets.ts'
import type { SmppAddress } from './pdu.ts'

export const textFields = {
  system_id: 16,
  password: 9,
  system_type: 13,
  address_range: 41,
  service_type: 6,
  source_addr: 21,
  destination_addr: 21,
  /** Addresses of data_sm and alert_notification. */
  long_source_addr: 65,
  long_destination_addr: 65,
  esme_addr: 65,
  dl_name: 21,
  message_id: 65,
} as const

export type TextField = keyof typeof textFields
export type TimeField = 'schedule_delivery_time' | 'validity_period' | 'final_date'

/** Characters of a time that is stated: `YYMMDDhhmmsstnnp` (SMPP 3.4 section 7.1.1). */
const timeLength = 16
/** sm_length (SMPP 3.4 section 5.2.18). */
export const shortMessageOctetsMax = 254

/** A response fits; what is longer grows. */
const firstCapacity = 64

/** Reads the body of one PDU; an error's code is `smpp/` and the name of the field, its offset is into the PDU. */
export class FieldReader {
  readonly octets: OctetReader
  readonly #pdu: Uint8Array
  readonly #annotate: Annotate | undefined

  constructor(pdu: Uint8Array, start: number, annotate?: Annotate) {
    this.#pdu = pdu
    this.#annotate = annotate
    this.octets = new OctetReader(pdu)
    this.octets.seek(start)
  }

  text(field: TextField): string {
    return this.#cString(field, textFields[field])
  }

  /** One octet; the name is for whoever is told. */
  number(field: string): number {
    const { offset } = this.octets
    const value = this.octets.u8()
    this.#annotate?.(offset, offset + 1, `${field} 0x${value.toString(16).padStart(2, '0')}`)
    return value
  }

  /** Empty, or of 16 characters. */
  time(field: TimeField): string {
    const { offset } = this.octets
    const text = this.#cString(field, timeLength + 1)
    if (text.length !== 0 && text.length !== timeLength) {
      const found = `Unexpected ${field} of ${text.length} characters, expected none or ${timeLength}`
      throw new WireError(`smpp/${field}`, found, offset)
    }
    return text
  }

  address(field: TextField): SmppAddress {
    const ton = this.number(`${field}_ton`)
    const npi = this.number(`${field}_npi`)
    return { ton, npi, value: this.text(field) }
  }

  shortMessage(): Uint8Array {
    const { offset } = this.octets
    const length = this.octets.u8()
    if (length > shortMessageOctetsMax || length > this.octets.remaining) {
      throw new WireError(
        'smpp/short_message',
        `Unexpected sm_length ${length}, expected at most ${Math.min(shortMessageOctetsMax, this.octets.remaining)}`,
        offset,
      )
    }
    this.#annotate?.(offset, offset + 1, `sm_length ${length}`)
    const octets = this.octets.take(length)
    if (length > 0) this.#annotate?.(offset + 1, this.octets.offset, 'short_message')
    return octets
  }

  #cString(field: string, octetsMax: number): string {
    const { offset } = this.octets
    const end = this.#pdu.subarray(offset, offset + octetsMax).indexOf(0)
    if (end === -1) {
      throw new WireError(
        `smpp/${field}`,
        `Unexpected ${field} without end, expected a NUL within ${octetsMax} octets`,
        offset,
      )
    }
    const text = toOctetText(this.octets.take(end))
    this.octets.skip(1)
    this.#annotate?.(offset, this.octets.offset, `${field} "${escapeText(text)}"`)
    return text
  }
}

/** The inverse; what a field cannot hold is a `WireError` at the offset it would stand at. */
export class FieldWriter {
  readonly octets = new OctetWriter(firstCapacity)

  text(field: TextField, text: string): this {
    return this.#cString(field, text, textFields[field])
  }

  time(field: TimeField, text: string): this {
    if (text.length !== 0 && text.length !== timeLength) this.#refuse(field, text)
    return this.#cString(field, text, timeLength + 1)
  }

  address(field: TextField, { ton, npi, value }: SmppAddress): this {
    this.octets.u8(ton).u8(npi)
    return this.text(field, value)
  }

  shortMessage(octets: Uint8Array): this {
    if (octets.length > shortMessageOctetsMax) {
      throw new WireError(
        'smpp/short_message',
        `Unexpected ${octets.length} octets, expected at most ${shortMessageOctetsMax} (shortMessageOctetsMax)`,
        this.octets.length,
      )
    }
    this.octets.u8(octets.length).bytes(octets)
    return this
  }

  #cString(field: string, text: string, octetsMax: number): this {
    if (text.length >= octetsMax || text.includes('\0')) this.#refuse(field, text)
    this.octets.bytes(fromOctetText(text)).u8(0)
    return this
  }

  #refuse(field: string, text: string): never {
    throw new WireError(
      `smpp/${field}`,
      `Unexpected ${field} ${JSON.stringify(text)}, expected one that the field can hold`,
      this.octets.length,
    )
  }
}
