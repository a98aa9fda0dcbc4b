/**
 * What is kept of a phone, as lists of texts: one for each field of `Flash`, so that storage knows nothing of suites or
 * reports and a new field needs no migration. A digest over all of them tells what was written by anything else, or
 * damaged where SQLite does not look.
 */
import { hash } from 'node:crypto'
import { emptyFlash } from '../handset/flash.ts'
import type { Flash } from '../handset/flash.ts'
import { findFlaw } from './kept-shape.ts'
import { damagedPhone, newerPhone } from './phone-errors.ts'
import { fromStoredText, toStoredText } from './stored-text.ts'

/** What is kept beside flash: what the phone is, and what its user did to it. */
export interface Belongings {
  /** Id of the profile; like the memory and the roots it never changes. */
  readonly profile: string
  readonly storageBytes: number
  readonly on: boolean
  readonly covered: boolean
  /** Whose signatures it believes: what they are allowed, and their certificates as PEM or Base64. */
  readonly roots: readonly { readonly domain: string; readonly certificate: string }[]
  /** `host` or `host:port` that the phone may contact: those of the links opened on it, and those allowed to it. */
  readonly hosts: readonly string[]
  /** Calls so far. */
  readonly calls: number
}

/** By list. */
export type Texts = ReadonlyMap<string, readonly string[]>

export interface Kept {
  readonly flash: Flash
  readonly belongings: Belongings
}

const belongingsList = 'belongings'
const digestList = 'digest'
const flashList = (name: string) => `flash.${name}`

export function textsOf({ flash, belongings }: Kept): Texts {
  const texts = new Map([[belongingsList, [toStoredText(belongings)]]])
  for (const [name, value] of Object.entries(flash)) {
    texts.set(flashList(name), listOf(value).map(toStoredText))
  }
  return texts.set(digestList, [digestOf(texts)])
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

/** Lists that hold nothing have no rows. */
function digestOf(texts: Texts): string {
  const lists = [...texts].filter(([list, all]) => list !== digestList && all.length > 0)
  return hash('sha256', JSON.stringify(lists.toSorted(([a], [b]) => (a < b ? -1 : 1))))
}

/** @throws DataError `phone/newer` or `phone/damaged` */
export function readKept(texts: Texts, file: string): Kept {
  if (texts.get(digestList)?.[0] !== digestOf(texts)) {
    throw damagedPhone(file, 'it does not hold what was written to it')
  }
  const names = Object.entries(emptyFlash)
  const known = new Set([belongingsList, digestList, ...names.map(([name]) => flashList(name))])
  const unknown = [...texts.keys()].find((list) => !known.has(list))
  if (unknown !== undefined) throw newerPhone(file, `${unknown}, which this version does not know`)
  const flash = Object.fromEntries(
    names.map(([name, none]) => {
      const values = (texts.get(flashList(name)) ?? []).map(fromStoredText)
      return [name, Array.isArray(none) ? values : (values[0] ?? none)]
    }),
  )
  const [belongings] = (texts.get(belongingsList) ?? []).map(fromStoredText)
  const kept = { flash, belongings }
  if (isKept(kept)) return kept
  // The digest says that this program wrote it, and whatever its older versions wrote this one reads.
  throw newerPhone(file, findFlaw(kept) ?? '')
}

function isKept(value: { readonly flash: unknown; readonly belongings: unknown }): value is Kept {
  return findFlaw(value) === undefined
}
