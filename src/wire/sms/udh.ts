/**
 * User data header (3GPP 23.040 section 9.2.3.24):
 *
 *     UDHL 1 · element · element …        element: id 1 · length 1 · octets
 *
 * Elements of unknown ids are kept; those that cannot mean what their id says are kept and named. Where an element stands twice the
 * last one counts.
 */
import { WireError } from '../../errors.ts'
import type { Annotate } from '../annotate.ts'
import { OctetReader, OctetWriter } from '../octets.ts'

export type UdhElement = Concatenation | ApplicationPorts | OtherElement

export interface Concatenation {
  readonly kind: 'concatenation'
  readonly referenceBits: 8 | 16
  readonly reference: number
  readonly total: number
  /** From 1. */
  readonly sequence: number
}

export interface ApplicationPorts {
  readonly kind: 'ports'
  readonly portBits: 8 | 16
  readonly destination: number
  readonly source: number
}

export interface OtherElement {
  readonly kind: 'unknown' | 'malformed'
  readonly id: number
  readonly octets: Uint8Array
  /** What is wrong with a malformed one. */
  readonly reason: string
  /** Of the element's id, counted from UDHL. */
  readonly offset: number
}

export interface UserDataHeader {
  readonly elements: readonly UdhElement[]
  /** UDHL and what it counts. */
  readonly octetCount: number
}

const concatenation8 = 0x00
const ports8 = 0x04
const ports16 = 0x05
const concatenation16 = 0x08

/** UDHL is one octet. */
const headerOctetsMax = 255

/**
 * Reads the header at the front of user data.
 *
 * @throws WireError `sms/udh-length` or `sms/udh-element` where a length leads out of the user data or the header
 */
export function decodeUdh(userData: Uint8Array, annotate?: Annotate): UserDataHeader {
  const [length] = userData
  if (length === undefined || length + 1 > userData.length) {
    throw new WireError(
      'sms/udh-length',
      `Unexpected header length ${length ?? 'missing'}, expected one within ${userData.length} octets`,
      0,
    )
  }
  const reader = new OctetReader(userData.subarray(0, length + 1))
  reader.skip(1)
  annotate?.(0, 1, `User data header of ${length} octets`)
  const elements: UdhElement[] = []
  while (reader.remaining > 0) {
    const { offset } = reader
    const element = readElement(reader)
    annotate?.(offset, reader.offset, describeElement(element))
    elements.push(element)
  }
  return { elements, octetCount: length + 1 }
}

function readElement(reader: OctetReader): UdhElement {
  const { offset } = reader
  const id = reader.u8()
  const length = reader.remaining > 0 ? reader.u8() : Number.NaN
  if (!(length <= reader.remaining)) {
    throw new WireError(
      'sms/udh-element',
      `Unexpected length ${length} of element ${hex(id)}, expected at most ${reader.remaining}`,
      offset,
    )
  }
  const octets = reader.take(length)
  return meaningOf(id, octets, offset)
}

function meaningOf(id: number, octets: Uint8Array, offset: number): UdhElement {
  const expected = lengths.get(id)
  if (expected === undefined) return { kind: 'unknown', id, octets, reason: '', offset }
  if (octets.length !== expected) {
    const reason = `Unexpected ${octets.length} octets, expected ${expected}`
    return { kind: 'malformed', id, octets, reason, offset }
  }
  const reader = new OctetReader(octets)
  if (id === ports8 || id === ports16) {
    const portBits = id === ports8 ? 8 : 16
    const port = () => (portBits === 8 ? reader.u8() : reader.u16be())
    return { kind: 'ports', portBits, destination: port(), source: port() }
  }
  const referenceBits = id === concatenation8 ? 8 : 16
  const reference = referenceBits === 8 ? reader.u8() : reader.u16be()
  const total = reader.u8()
  const sequence = reader.u8()
  if (total === 0 || sequence === 0 || sequence > total) {
    const reason = `Unexpected segment ${sequence} of ${total}, expected one from 1 to the total`
    return { kind: 'malformed', id, octets, reason, offset }
  }
  return { kind: 'concatenation', referenceBits, reference, total, sequence }
}

const lengths: ReadonlyMap<number, number> = new Map([
  [concatenation8, 3],
  [ports8, 2],
  [ports16, 4],
  [concatenation16, 4],
])

/** @throws WireError `sms/udh-too-long` when the elements do not fit behind one length octet */
export function encodeUdh(elements: readonly UdhElement[]): Uint8Array {
  const length = udhOctets(elements) - 1
  if (length > headerOctetsMax) {
    throw new WireError(
      'sms/udh-too-long',
      `Unexpected header of ${length} octets, expected at most ${headerOctetsMax} (headerOctetsMax)`,
      0,
    )
  }
  const writer = new OctetWriter(length + 1).u8(length)
  for (const element of elements) writeElement(writer, element)
  return writer.toUint8Array()
}

/** UDHL and what it counts; an element is its id, its length and its octets. */
export function udhOctets(elements: readonly UdhElement[]): number {
  return elements.reduce((sum, element) => sum + 2 + contentOctets(element), 1)
}

function contentOctets(element: UdhElement): number {
  switch (element.kind) {
    case 'concatenation':
      return element.referenceBits === 8 ? 3 : 4
    case 'ports':
      return element.portBits === 8 ? 2 : 4
    default:
      return element.octets.length
  }
}

function writeElement(writer: OctetWriter, element: UdhElement): void {
  switch (element.kind) {
    case 'concatenation': {
      const { reference, total, sequence } = element
      if (element.referenceBits === 8) writer.u8(concatenation8).u8(3).u8(reference)
      else writer.u8(concatenation16).u8(4).u16be(reference)
      writer.u8(total).u8(sequence)
      return
    }
    case 'ports':
      if (element.portBits === 8) {
        writer.u8(ports8).u8(2).u8(element.destination).u8(element.source)
      } else writer.u8(ports16).u8(4).u16be(element.destination).u16be(element.source)
      return
    case 'unknown':
    case 'malformed':
      writer.u8(element.id).u8(element.octets.length).bytes(element.octets)
      return
    default:
      element satisfies never
  }
}

export function concatenationOf(elements: readonly UdhElement[]): Concatenation | undefined {
  return elements.findLast((element) => element.kind === 'concatenation')
}

export function portsOf(elements: readonly UdhElement[]): ApplicationPorts | undefined {
  return elements.findLast((element) => element.kind === 'ports')
}

function describeElement(element: UdhElement): string {
  switch (element.kind) {
    case 'concatenation': {
      const { sequence, total, reference } = element
      return `Segment ${sequence} of ${total}, reference ${reference}`
    }
    case 'ports':
      return `To port ${element.destination}, from port ${element.source}`
    case 'unknown':
      return `Element ${hex(element.id)}`
    case 'malformed':
      return `Element ${hex(element.id)}: ${element.reason}`
    default:
      return element satisfies never
  }
}

function hex(id: number): string {
  return `0x${id.toString(16).padStart(2, '0').toUpperCase()}`
}
