/** Octets of a message beside what they mean. */
import { WireError } from '../../errors.ts'
import type { Annotate } from '../../wire/annotate.ts'
import { formatHex } from '../../wire/hex.ts'
import { columnsOf, count } from '../../report/views/layout.ts'
import { excerpt, printable } from '../../report/views/printable.ts'
import type { Page } from '../../report/reporter.ts'
import type { Decoding } from './decoding.ts'

const octetsALine = 10
/** Lines of octets for one meaning. */
const linesEachMax = 8
const meaningMax = 160

interface Note {
  readonly start: number
  readonly end: number
  readonly meaning: string
}

/** What decoders tell about one message; those of a part of it begin to count at its base. */
export class OctetNotes {
  readonly #notes: Note[] = []

  at(base: number): Annotate {
    return (start, end, meaning) => {
      this.#notes.push({ start: base + start, end: base + end, meaning })
    }
  }

  /** Where what was told so far ends. */
  get end(): number {
    return Math.max(0, ...this.#notes.map(({ end }) => end))
  }

  /** In the order of the octets; what holds others comes before them and shows only what is left of it. */
  table(octets: Uint8Array): readonly string[] {
    const notes = this.#notes.toSorted((a, b) => a.start - b.start || b.end - a.end)
    const rows: string[][] = []
    let told = 0
    for (const [index, { start, end, meaning }] of notes.entries()) {
      if (start > told) rows.push(...rowsOf(octets, { start: told, end: start, meaning: '' }))
      const next = notes[index + 1]
      const stop = next === undefined ? end : Math.max(start, Math.min(end, next.start))
      rows.push(...rowsOf(octets, { start, end: stop, meaning }))
      told = Math.max(told, stop)
    }
    if (told < octets.length) {
      rows.push(...rowsOf(octets, { start: told, end: octets.length, meaning: 'Not read' }))
    }
    return columnsOf([['octet', 'octets', 'meaning'], ...rows], { rightAligned: [0] })
  }
}

function rowsOf(octets: Uint8Array, { start, end, meaning }: Note): string[][] {
  const rows: string[][] = []
  for (let at = start; at < end || rows.length === 0; at += octetsALine) {
    if (rows.length === linesEachMax) {
      rows.push(['', `… ${count(end - at, 'octet')} more`, ''])
      break
    }
    const hex = formatHex(octets.subarray(at, Math.min(end, at + octetsALine)))
    const spaced = hex.replace(/..(?=.)/g, '$& ')
    rows.push([String(at), spaced, rows.length === 0 ? excerpt(meaning, meaningMax) : ''])
  }
  return rows
}

/** Where a message departs from its format. */
export function deviationRows(
  deviations: readonly { readonly rule: string; readonly offset: number; readonly found: string }[],
  base = 0,
): readonly string[] {
  if (deviations.length === 0) return ['Deviations: none']
  const rows = deviations.map(({ rule, offset, found }) => [
    String(base + offset),
    `${rule}: ${printable(found)}`,
  ])
  return [
    `Deviations: ${count(deviations.length, 'place')}`,
    ...columnsOf([['octet', 'rule'], ...rows], { rightAligned: [0] }),
  ]
}

export interface Summary {
  readonly lines: readonly string[]
  readonly sound: boolean
}

/** The title, every octet, and what it all comes to; or as far as it could be read, and why no further. */
export function tellOctets(
  octets: Uint8Array,
  title: string,
  { paint }: Pick<Page, 'paint'>,
  read: (notes: OctetNotes) => Summary,
): Decoding {
  const notes = new OctetNotes()
  const heading = [paint('bold', `${title}, ${count(octets.length, 'octet')}`), '']
  try {
    const { lines, sound } = read(notes)
    return { sound, lines: [...heading, ...notes.table(octets), '', ...lines] }
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    const refusal = `Refused: ${printable(error.message)} [${error.code}]`
    return { sound: false, lines: [...heading, ...notes.table(octets), '', refusal] }
  }
}
