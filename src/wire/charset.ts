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
