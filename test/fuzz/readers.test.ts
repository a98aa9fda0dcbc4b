/** Every reader of src/wire is one of the fuzzer's, or gets its octets from one that is. */
import { readFile, readdir } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { readWithin } from './readers.table.ts'

const wire = new URL('../../src/wire/', import.meta.url)
const tables = ['codecs', 'package-codecs', 'text-codecs']

/** `name(octets: Uint8Array` or `name(text: string`: what a stranger sent, as it came. */
const reader =
  /export function ((?:read|parse|decode|inspect|detect|unpack|inflate)\w*)\(\s*\w+: (?:Uint8Array|string)\b/g

async function readersOf(name: string): Promise<readonly string[]> {
  const text = await readFile(new URL(name, wire), 'utf8')
  return [...text.matchAll(reader)].map(([, found = '']) => `${name} ${found}`)
}

const names = (await readdir(wire, { recursive: true })).filter((name) => name.endsWith('.ts'))
const readers = (await Promise.all(names.toSorted().map(readersOf))).flat()
const rows = await Promise.all(
  tables.map((name) => readFile(new URL(`${name}.table.ts`, import.meta.url), 'utf8')),
)
const isFuzzed = (found: string) => rows.some((text) => text.includes(`${found}(`))
const nameOf = (found: string) => found.split(' ')[1] ?? ''

it('each has a row, or is read within one that has', () => {
  expect(readers.length).toBeGreaterThan(50)
  const bare = readers.filter(
    (found) => !isFuzzed(nameOf(found)) && !Object.hasOwn(readWithin, found),
  )
  expect(bare).toEqual([])
})

it('those that are read within others are there, and have no row of their own', () => {
  const stale = Object.keys(readWithin).filter(
    (found) => !readers.includes(found) || isFuzzed(nameOf(found)),
  )
  expect(stale).toEqual([])
})

it('those that hand them their octets have one', () => {
  const outer = Object.values(readWithin).filter((found) => !found.includes(' '))
  expect(outer.filter((found) => !isFuzzed(found))).toEqual([])
})
