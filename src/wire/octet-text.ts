/**
 * Octets as a string with one character per octet, so that the grammars, which are all ASCII, can be scanned with native
 * string searches while every index stays an octet offset.
 */

export function toOctetText(octets: Uint8Array): string {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength).toString('latin1')
}

/** Back to octets. */
export function fromOctetText(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

/** The Unicode text of UTF-8 octets; malformed ones become U+FFFD, a byte order mark stays U+FEFF. */
export function decodeUtf8(text: string): string {
  return isAscii(text) ? text : Buffer.from(text, 'latin1').toString('utf8')
}

export function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) > 0x7f) return false
  }
  return true
}

/** Index of the first octet that is not part of a UTF-8 character (RFC 3629 section 4), -1 when there is none. */
export function findMalformedUtf8(text: string): number {
  let index = 0
  while (index < text.length) {
    const length = characterLength(text, index)
    if (length === 0) return index
    index += length
  }
  return -1
}

/** Octets of the character that begins at `index`, 0 when it is malformed. */
function characterLength(text: string, index: number): number {
  const lead = text.charCodeAt(index)
  if (lead < 0x80) return 1
  if (lead < 0xc2 || lead > 0xf4) return 0
  const length = 2 + Number(lead >= 0xe0) + Number(lead >= 0xf0)
  for (let tail = 1; tail < length; tail += 1) {
    const octet = text.charCodeAt(index + tail)
    const [low, high] = tail === 1 ? secondOctetRange(lead) : ([0x80, 0xbf] as const)
    if (!(octet >= low && octet <= high)) return 0
  }
  return length
}

/** UTF8-3 and UTF8-4 narrow the second octet: no overlong forms, no surrogates, nothing beyond U+10FFFF. */
function secondOctetRange(lead: number): readonly [low: number, high: number] {
  if (lead === 0xe0) return [0xa0, 0xbf]
  if (lead === 0xed) return [0x80, 0x9f]
  if (lead === 0xf0) return [0x90, 0xbf]
  if (lead === 0xf4) return [0x80, 0x8f]
  return [0x80, 0xbf]
}
