/**
 * Text in the GSM 7-bit default alphabet, and septets packed into octets (3GPP 23.038 sections 6.1.2.1 and 6.2.1). Septets
 * are kept one to an octet, as SMPP carries them; only a TPDU packs them.
 */
import { WireError } from '../../errors.ts'
import { defaultAlphabet, extensionTable } from './gsm-alphabet.table.ts'

export const escapeSeptet = 0x1b

const characters: readonly string[] = Array.from(defaultAlphabet)
const extensions: ReadonlyMap<number, string> = new Map(
  extensionTable.map(({ septet, character }) => [septet, character]),
)
const septetsOf: ReadonlyMap<string, readonly number[]> = new Map([
  ...characters
    .map((character, septet): [string, readonly number[]] => [character, [septet]])
    .filter(([, [septet]]) => septet !== escapeSeptet),
  ...extensionTable.map(({ septet, character }): [string, readonly number[]] => [
    character,
    [escapeSeptet, septet],
  ]),
])

/** Septets of a text, one to an octet; `undefined` when a character is in neither table. */
export function encodeGsm(text: string): Uint8Array | undefined {
  const septets: number[] = []
  for (const character of text) {
    const found = septetsOf.get(character)
    if (found === undefined) return undefined
    septets.push(...found)
  }
  return Uint8Array.from(septets)
}

/** The first character that the alphabet does not have, and its index in UTF-16 units. */
export function findOutsideGsm(
  text: string,
): { readonly character: string; readonly index: number } | undefined {
  let index = 0
  for (const character of text) {
    if (!septetsOf.has(character)) return { character, index }
    index += character.length
  }
  return undefined
}

/**
 * An escape in front of a code that the extension table lacks shows the character of the default alphabet; an escape in front
 * of another escape, or of nothing, shows a space (3GPP 23.038 section 6.2.1.1).
 *
 * @throws WireError `sms/septet` for an octet above 0x7F
 */
export function decodeGsm(septets: Uint8Array): string {
  let text = ''
  let escaped = false
  for (const [offset, septet] of septets.entries()) {
    const character = characters[septet]
    if (character === undefined) {
      throw new WireError('sms/septet', `Unexpected ${septet}, expected at most 127`, offset)
    }
    if (escaped) {
      text += septet === escapeSeptet ? ' ' : (extensions.get(septet) ?? character)
      escaped = false
    } else if (septet === escapeSeptet) {
      escaped = true
    } else {
      text += character
    }
  }
  return escaped ? `${text} ` : text
}

/** Bits of zero in front of the first septet, so that it begins at a septet boundary behind a header of so many octets. */
export function fillBitsAfter(headerOctets: number): number {
  return headerSeptets(headerOctets) * 7 - headerOctets * 8
}

/** Septets that a header of so many octets takes up, its fill bits included. */
export function headerSeptets(headerOctets: number): number {
  return Math.ceil((headerOctets * 8) / 7)
}

/** Packs low bits first: bit 0 of the first septet is bit `fillBits` of the first octet. */
export function packSeptets(septets: Uint8Array, fillBits = 0): Uint8Array {
  const packed = new Uint8Array(Math.ceil((septets.length * 7 + fillBits) / 8))
  let bit = fillBits
  for (const septet of septets) {
    const shifted = (septet & 0x7f) << (bit & 7)
    const index = bit >> 3
    packed[index] = (packed[index] ?? 0) | (shifted & 0xff)
    if (shifted > 0xff) packed[index + 1] = shifted >> 8
    bit += 7
  }
  return packed
}

/**
 * The inverse; spare bits at the end are ignored.
 *
 * @throws WireError `sms/septets-cut` when `count` septets do not fit into the octets
 */
export function unpackSeptets(packed: Uint8Array, count: number, fillBits = 0): Uint8Array {
  if (fillBits + count * 7 > packed.length * 8) {
    throw new WireError(
      'sms/septets-cut',
      `Unexpected ${packed.length} octets, expected room for ${count} septets`,
      packed.length,
    )
  }
  return Uint8Array.from({ length: count }, (_, position) => {
    const bit = fillBits + position * 7
    const index = bit >> 3
    const pair = (packed[index] ?? 0) | ((packed[index + 1] ?? 0) << 8)
    return (pair >> (bit & 7)) & 0x7f
  })
}
