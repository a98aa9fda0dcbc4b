/** Names of certificates: `CN=Acme, O=Acme Ltd` (RFC 5280 4.1.2.4). */
import { DerReader, derTag, readOid } from './der.ts'
import type { DerElement } from './der.ts'
import { escapeText } from './escape.ts'

export interface DistinguishedName {
  /** For people, in the order of the certificate, escaped. */
  readonly text: string
  /**
   * Equal where names are: letters in lower case, blanks that surround or repeat left out, whatever kind of string it was
   * written in (RFC 2459 4.1.2.4).
   */
  readonly key: string
}

const labels: ReadonlyMap<string, string> = new Map([
  ['2.5.4.3', 'CN'],
  ['2.5.4.5', 'serialNumber'],
  ['2.5.4.6', 'C'],
  ['2.5.4.7', 'L'],
  ['2.5.4.8', 'ST'],
  ['2.5.4.10', 'O'],
  ['2.5.4.11', 'OU'],
  ['0.9.2342.19200300.100.1.25', 'DC'],
  ['1.2.840.113549.1.9.1', 'emailAddress'],
])

/** Kinds of string by their tag; others are compared by their octets. */
const encodings: ReadonlyMap<number, string> = new Map([
  [0x0c, 'utf-8'],
  [0x13, 'latin1'],
  [0x14, 'latin1'],
  [0x16, 'latin1'],
  [0x1a, 'latin1'],
  [0x1e, 'utf-16be'],
])

/** Parts of one name. */
const partsMax = 64

/** @throws WireError `wire/der` */
export function readName(element: DerElement): DistinguishedName {
  const sets = DerReader.of(element)
  const texts: string[] = []
  const keys: (readonly string[])[] = []
  while (!sets.atEnd) {
    const parts = DerReader.of(sets.take(derTag.set, 'a set of name parts'))
    const key: string[] = []
    do {
      if (texts.length === partsMax) {
        throw parts.refuse('a name of more parts', `at most ${partsMax} (partsMax)`)
      }
      const part = readPart(parts.take(derTag.sequence, 'a part of a name'))
      texts.push(part.text)
      key.push(part.key)
    } while (!parts.atEnd)
    keys.push(key.toSorted())
  }
  return { text: texts.join(', '), key: JSON.stringify(keys) }
}

function readPart(element: DerElement): DistinguishedName {
  const reader = DerReader.of(element)
  const oid = readOid(reader.take(derTag.oid, 'the kind of a name part'))
  const value = reader.next()
  reader.end('a part of a name')
  const encoding = encodings.get(value.tag)
  const text =
    encoding === undefined
      ? `#${[...value.whole].map((octet) => octet.toString(16).padStart(2, '0')).join('')}`
      : new TextDecoder(encoding).decode(value.content)
  const plain = text.trim().replaceAll(/\s+/g, ' ').toLowerCase()
  return { text: `${labels.get(oid) ?? oid}=${escapeText(text)}`, key: `${oid}=${plain}` }
}
