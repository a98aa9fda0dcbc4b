import { existsSync } from 'node:fs'
import { parseHex } from '../wire/hex.ts'
import { readInput } from './read-input.ts'

/** Fewer are a name or a number rather than octets. */
const digitsMin = 12
const hexDigits = /^[0-9A-Fa-f\s:]+$/

/** The octets of a file, of stdin for `-`, or of hex digits that are given, or are all that the file holds. */
export async function readMessage(word: string): Promise<Uint8Array> {
  const typed = word === '-' || existsSync(word) ? undefined : octetsOf(word)
  if (typed !== undefined) return typed
  const octets = await readInput(word, hintFor(word))
  return octetsOf(new TextDecoder('latin1').decode(octets)) ?? octets
}

function hintFor(word: string): string {
  return hexDigits.test(word)
    ? `Octets of a message are given as an even number of hex digits, at least ${digitsMin}.`
    : 'Give a path, - for stdin, or the hex digits of a message.'
}

function octetsOf(text: string): Uint8Array | undefined {
  if (text.length < digitsMin || !hexDigits.test(text)) return undefined
  const octets = parseHex(text)
  return octets !== undefined && octets.length * 2 >= digitsMin ? octets : undefined
}
