import { charsets } from './charsets.table.ts'
import type { Charset } from './charsets.table.ts'

export function charsetOfMib(mib: number): Charset | undefined {
  return charsets.find((row) => row.mib === mib)
}

/** By name, in any case of letters. */
export function charsetNamed(name: string): Charset | undefined {
  const wanted = name.toLowerCase()
  return charsets.find((row) => row.name === wanted)
}

/** Malformed octets become U+FFFD; a byte order mark stays. */
export function decodeText(octets: Uint8Array, charset: Charset): string {
  return new TextDecoder(charset.label, { ignoreBOM: true }).decode(octets)
}

/** Of the byte order mark that a text begins with, if it does. */
export function charsetOfMark([first, second, third]: Uint8Array): Charset | undefined {
  if (first === 0xfe && second === 0xff) return { mib: 1013, name: 'utf-16be', label: 'utf-16be' }
  if (first === 0xff && second === 0xfe) return { mib: 1014, name: 'utf-16le', label: 'utf-16le' }
  return first === 0xef && second === 0xbb && third === 0xbf ? charsetOfMib(106) : undefined
}
