/**
 * Reads Base64 as certificate and signature attributes have it (PKG21 `MIDlet-Certificate-<n>-<m>`, `MIDlet-Jar-RSA-SHA1`).
 * Blanks, which is what folding leaves of a line end, are passed over, as readers of RFC 2045 do. Padding must be there.
 *
 * @returns none when the text is no Base64
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  const plain = text.replace(/[ \t]/g, '')
  if (plain.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(plain)) return undefined
  return new Uint8Array(Buffer.from(plain, 'base64'))
}

export function encodeBase64(octets: Uint8Array): string {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength).toString('base64')
}
