import assert from 'node:assert/strict'
import { parseHex } from '../../src/wire/hex.ts'

/** Octets written as hex digits, blanks between them allowed. */
export function octetsOf(hex: string): Uint8Array {
  const octets = parseHex(hex)
  assert(octets !== undefined, `no hex digits: ${hex.slice(0, 80)}`)
  return octets
}
