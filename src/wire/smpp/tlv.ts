/** Optional parameters: tag 2 · length 2 · value (SMPP 3.4 section 5.3.1). All are kept, in their order, unknown ones too. */
import type { Annotate } from '../annotate.ts'
import type { OctetReader, OctetWriter } from '../octets.ts'
import { tlvRows } from './tlvs.table.ts'
import type { TlvName, TlvRow } from './tlvs.table.ts'

export interface Tlv {
  readonly tag: number
  readonly octets: Uint8Array
}

/** A parameter that is not as it should be. */
export interface TlvProblem {
  /**
   * `cut`: fewer octets than a tag and a length are left. `overruns`: its length leads out of the PDU. `length`: the value has not as
   * many octets as its tag wants; it is among the parameters all the same.
   */
  readonly rule: 'cut' | 'overruns' | 'length'
  readonly tag: number | undefined
  /** Into the PDU, of the tag. */
  readonly offset: number
  readonly found: string
}

const headOctets = 4
/** SMPP names none; 44 tags exist and none may stand twice. */
const tlvsMax = 1024

const rowsByTag: ReadonlyMap<number, TlvRow> = new Map(tlvRows.map((row) => [row.tag, row]))
const tagsByName: ReadonlyMap<string, number> = new Map(tlvRows.map(({ name, tag }) => [name, tag]))

export function tlvTag(name: TlvName): number {
  return tagsByName.get(name) ?? 0
}

/** The name in SMPP 3.4, or the number. */
export function tlvName(tag: number): string {
  return rowsByTag.get(tag)?.name ?? `0x${tag.toString(16).padStart(4, '0')}`
}

export function findTlv(tlvs: readonly Tlv[], name: TlvName): Uint8Array | undefined {
  const tag = tlvTag(name)
  return tlvs.find((tlv) => tlv.tag === tag)?.octets
}

/** The unsigned number that a parameter holds; `undefined` without it or with a wrong length. */
export function findTlvNumber(tlvs: readonly Tlv[], name: TlvName): number | undefined {
  const octets = findTlv(tlvs, name)
  const row = rowsByTag.get(tlvTag(name))
  if (octets === undefined || octets.length !== row?.least) return undefined
  return octets.reduce((value, octet) => value * 256 + octet, 0)
}

export function numberTlv(name: TlvName, value: number): Tlv {
  const tag = tlvTag(name)
  const length = rowsByTag.get(tag)?.least ?? 1
  const octets = Uint8Array.from(
    { length },
    (_, index) => Math.floor(value / 256 ** (length - 1 - index)) & 0xff,
  )
  return { tag, octets }
}

/** Reads to the end of the PDU; what cannot be delimited ends the reading and is named. */
export function readTlvs(
  reader: OctetReader,
  annotate?: Annotate,
): {
  readonly tlvs: readonly Tlv[]
  readonly problems: readonly TlvProblem[]
} {
  const tlvs: Tlv[] = []
  const problems: TlvProblem[] = []
  while (reader.remaining > 0) {
    const { offset } = reader
    if (reader.remaining < headOctets || tlvs.length === tlvsMax) {
      const found =
        tlvs.length === tlvsMax
          ? `Unexpected parameter, expected at most ${tlvsMax} (tlvsMax)`
          : `Unexpected ${reader.remaining} octets, expected a tag and a length`
      problems.push({ rule: 'cut', tag: undefined, offset, found })
      break
    }
    const tag = reader.u16be()
    const length = reader.u16be()
    if (length > reader.remaining) {
      const found = `Unexpected length ${length} of ${tlvName(tag)}, expected at most ${reader.remaining}`
      problems.push({ rule: 'overruns', tag, offset, found })
      break
    }
    tlvs.push({ tag, octets: reader.take(length) })
    annotate?.(offset, reader.offset, `${tlvName(tag)}, ${length} octets`)
    const row = rowsByTag.get(tag)
    if (row !== undefined && (length < row.least || length > row.most)) {
      problems.push({ rule: 'length', tag, offset, found: wrongLength(row, length) })
    }
  }
  return { tlvs, problems }
}

function wrongLength({ name, least, most }: TlvRow, length: number): string {
  const expected = least === most ? String(least) : `${least} to ${most}`
  return `Unexpected ${length} octets of ${name}, expected ${expected}`
}

export function writeTlvs(writer: OctetWriter, tlvs: readonly Tlv[]): void {
  for (const { tag, octets } of tlvs) writer.u16be(tag).u16be(octets.length).bytes(octets)
}
