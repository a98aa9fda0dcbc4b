/** What is odd about a cabinet without keeping anybody from reading it, and how its parts stand beside each other. */
import { WireError } from '../../errors.ts'
import type { CabNote, CabNoteRule } from './cab-note.ts'
import type { CabinetBlock } from './cabinet-blocks.ts'
import type { CabinetFile, CabinetHeader } from './cabinet-header.ts'
import { signaturePlace } from './signature-place.ts'

export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * In the order of the octets.
 *
 * @throws WireError `cab/overlap`: octets that count twice let little unpack to much
 */
export function sortSpans(spans: readonly Span[]): readonly Span[] {
  const sorted = spans
    .filter(({ start, end }) => end > start)
    .toSorted((left, right) => left.start - right.start)
  let reached = 0
  for (const { start, end } of sorted) {
    if (start < reached) {
      const found = `Unexpected part of the cabinet at octet ${start}`
      throw new WireError('cab/overlap', `${found}, expected it at ${reached} or later`, start)
    }
    reached = end
  }
  return sorted
}

interface Parts {
  readonly octets: Uint8Array
  readonly header: CabinetHeader
  readonly files: readonly CabinetFile[]
  readonly blocks: readonly CabinetBlock[]
  readonly spans: readonly Span[]
}

export function noteCabinet(parts: Parts): readonly CabNote[] {
  return [
    ...versionNotes(parts.header),
    ...gapNotes(parts),
    ...checksumNotes(parts),
    ...fileNotes(parts),
  ]
}

function versionNotes({ version: { major, minor } }: CabinetHeader): readonly CabNote[] {
  if (major === 1 && minor === 3) return []
  return [noteAt('version', 0x18, `Unexpected version ${major}.${minor}, expected 1.3`)]
}

/** A signature lies behind the cabinet, or within its length where that is said to be the length of the file. */
function gapNotes({ octets, header, spans }: Parts): readonly CabNote[] {
  const place = signaturePlace(header)
  const signature = place !== undefined && place.end <= octets.length ? [place] : []
  const inside = signature.filter(({ start }) => start < header.bytes)
  const behind = signature.filter(({ start }) => start >= header.bytes)
  const gaps = gapsOf([...spans, ...inside], 0, header.bytes)
  const trailing = gapsOf(behind, header.bytes, octets.length)
  return [
    ...gaps.map(({ start, end }) => {
      const found = `Unexpected ${end - start} octets that belong to nothing, expected none`
      return noteAt('gap', start, found)
    }),
    ...trailing.map(({ start, end }) => {
      const found = `Unexpected ${end - start} octets after the cabinet, expected none`
      return noteAt('trailing', start, found)
    }),
  ]
}

function gapsOf(spans: readonly Span[], from: number, to: number): readonly Span[] {
  const gaps: Span[] = []
  let reached = from
  for (const { start, end } of [...spans, { start: to, end: to }]) {
    if (start > reached) gaps.push({ start: reached, end: start })
    reached = Math.max(reached, end)
  }
  return gaps
}

function checksumNotes({ blocks }: Parts): readonly CabNote[] {
  const first = blocks.find(({ checksum, packed }) => checksum === 0 && packed.length > 0)
  if (first === undefined) return []
  const found = 'Unexpected block without a checksum, expected one in each'
  return [noteAt('no-checksum', first.offset, found)]
}

/** Names lead out of their folder by these; those of an installer are in the form 8.3. */
const stray = /^$|[\p{Cc}:]|^[\\/]|(?:^|[\\/])\.\.(?:[\\/]|$)/u

function fileNotes({ files }: Parts): readonly CabNote[] {
  const seen = new Set<string>()
  return files.flatMap(({ name, modified, offset }) => {
    const notes: CabNote[] = []
    const add = (rule: CabNoteRule, found: string) => {
      notes.push({ rule, member: name, offset, found })
    }
    if (stray.test(name)) add('name', 'Unexpected name, expected a plain relative one')
    if (seen.has(name.toLowerCase())) add('duplicate-name', 'Unexpected second file of this name')
    if (modified === undefined) add('no-date', 'Unexpected digits of a time, expected a date')
    seen.add(name.toLowerCase())
    return notes
  })
}

function noteAt(rule: CabNoteRule, offset: number, found: string): CabNote {
  return { rule, member: undefined, offset, found }
}
