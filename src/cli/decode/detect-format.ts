import { UsageError, WireError } from '../../errors.ts'
import { detectSis } from '../../wire/sis/sis.ts'
import { decodeDeliver } from '../../wire/sms/deliver.ts'
import { decodeUdh } from '../../wire/sms/udh.ts'
import { decodePush } from '../../wire/wsp/push-pdu.ts'
import { decodeWbxml } from '../../wire/wbxml/decode.ts'
import { isSmppPdu } from './decode-smpp.ts'
import { formats } from './formats.ts'
import type { Format } from './formats.ts'

/** Octets looked at. A manifest or a descriptor says within its first lines what it is. */
const searchedBytesMax = 65_536
const reportBytesMax = 1024

/** Texts by how they begin, in this order. */
const beginnings: readonly (readonly [Format, RegExp])[] = [
  ['certificates', /(?:^|\n)-----BEGIN CERTIFICATE-----\r?\n/],
  ['manifest', /^(?:\u00EF\u00BB\u00BF)?\s*Manifest-Version\s*:/i],
  ['pap', /^\s*--[^\r\n]{1,70}\r?\nContent-/i],
  ['pap', /^(?:\u00EF\u00BB\u00BF)?\s*(?:<[?!][^>]{0,400}>\s*){0,8}<pap\b/],
  ['dd', /^(?:\u00EF\u00BB\u00BF)?\s*(?:<[?!][^>]{0,400}>\s*){0,8}<(?:[\w.-]{1,40}:)?media\b/],
  [
    'page',
    /^(?:\u00EF\u00BB\u00BF)?\s*(?:<[?!][^>]{0,400}>\s*){0,8}<(?:wml|html|head|body|title)\b/i,
  ],
  ['page', /^(?:\u00EF\u00BB\u00BF)?\s*<!doctype\s+html\b/i],
  ['uaprof', /^(?:\u00EF\u00BB\u00BF)?\s*(?:<[\s\S]{0,8000}?)?<(?:[\w.-]{1,40}:)?RDF\b/],
  ['push-text', /^(?:\u00EF\u00BB\u00BF)?\s*</],
]

/** What no descriptor does without, and no other text has at the beginning of a line, however badly the rest is written. */
const attributeLine =
  /^(?:\u00EF\u00BB\u00BF)?[^\S\r\n]*["']?(?:MIDlet|MicroEdition)(?:-[\w-]{1,100})?[^\S\r\n]*[:=]/im

/** By content alone: names of files say little about what a server sends. @throws UsageError when nothing fits */
export function detectFormat(octets: Uint8Array): Format {
  const text = new TextDecoder('latin1').decode(octets.subarray(0, searchedBytesMax))
  if (text.startsWith('PK\u0003\u0004') || text.startsWith('PK\u0005\u0006')) return 'jar'
  if (text.startsWith('MSCF')) return 'cab'
  if (text.startsWith('\u00CA\u00FE\u00BA\u00BE')) return 'class'
  if (detectSis(octets) !== undefined) return 'sis'
  if (isCertificate(octets)) return 'certificates'
  const [beginning] = beginnings.find(([, pattern]) => pattern.test(text)) ?? []
  if (beginning !== undefined) return beginning
  if (octets.length <= reportBytesMax && /^\d{3}(?:[ \r\n]|$)/.test(text)) return 'report'
  const message = detectMessage(octets)
  if (message !== undefined) return message
  if (isDescriptor(text)) return 'jad'
  throw new UsageError('decode/unknown-format', 'this is nothing that is known here', {
    hint: `If it is meant to be one of these, say so: --as ${formats.join('|')}.`,
  })
}

/** In UTF-16 with its mark it is a descriptor, too, though none that phones take. */
function isDescriptor(text: string): boolean {
  const isUtf16 = text.startsWith('\u00FF\u00FE') || text.startsWith('\u00FE\u00FF')
  const plain = isUtf16 ? text.slice(2).replaceAll('\0', '') : text
  return attributeLine.test(plain) && !plain.includes('\0')
}

/** Nothing else begins as a sequence of DER that is as long as the file and holds another. */
function isCertificate(octets: Uint8Array): boolean {
  const [tag, form, high = 0, low = 0, inner] = octets
  return tag === 0x30 && form === 0x82 && inner === 0x30 && octets.length === 4 + high * 256 + low
}

/** Messages have no marks of their own: the first format that reads all of it is the one. */
const messages: readonly (readonly [Format, (octets: Uint8Array) => unknown])[] = [
  ['wbxml', readDocument],
  ['wsp', decodePush],
  ['user-data', readHeader],
  ['tpdu', decodeDeliver],
]

function detectMessage(octets: Uint8Array): Format | undefined {
  if (isSmppPdu(octets)) return 'smpp'
  return messages.find(([, read]) => {
    try {
      read(octets)
      return true
    } catch (error) {
      if (error instanceof WireError) return false
      throw error
    }
  })?.[0]
}

/** Versions beyond 1.3 are read, but were never made. */
function readDocument(octets: Uint8Array): void {
  const { deviations } = decodeWbxml(octets)
  if (!deviations.some(({ rule }) => rule === 'version')) return
  throw new WireError('decode/no-version', 'Unexpected version, expected one up to 1.3', 0)
}

/** Any few octets could be a header; one of ports or segments is hardly there by chance. */
function readHeader(octets: Uint8Array): void {
  const { elements } = decodeUdh(octets)
  if (elements.some(({ kind }) => kind === 'ports' || kind === 'concatenation')) return
  throw new WireError('decode/no-element', 'Unexpected header without ports or segments', 0)
}
