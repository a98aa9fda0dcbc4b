/** Octets as pairs of hex digits, the way vectors, captures and `udh` parameters are written. */

const blanks = /[\s:]+/g
const pairs = /^(?:[0-9A-Fa-f]{2})*$/

/** Blanks, line ends and colons between the digits are left out. None when anything else is there, or half a pair. */
export function parseHex(text: string): Uint8Array | undefined {
  const digits = text.replace(blanks, '')
  return pairs.test(digits) ? new Uint8Array(Buffer.from(digits, 'hex')) : undefined
}

/** Capital digits, no blanks. */
export function formatHex(octets: Uint8Array): string {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength)
    .toString('hex')
    .toUpperCase()
}
