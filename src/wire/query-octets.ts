/**
 * Queries and forms whose values are octets: `%00` to `%FF` are one each, `+` is a blank (HTML 4.01 section 17.13.4.1). A text
 * decoder would spoil every octet over 0x7F of a binary message.
 */

export type QueryPair = readonly [name: string, value: Uint8Array]

const pairsMax = 200

/** Pairs in their order; a `%` that two digits do not follow stays. At most 200 are read. */
export function parseQuery(text: string): readonly QueryPair[] {
  return text
    .split('&', pairsMax)
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=')
      const name = equals === -1 ? pair : pair.slice(0, equals)
      const value = equals === -1 ? '' : pair.slice(equals + 1)
      return [Buffer.from(unescape(name)).toString('utf8'), unescape(value)]
    })
}

/** What is not escaped is taken as UTF-8. */
function unescape(text: string): Uint8Array {
  const latin = Buffer.from(text, 'utf8').toString('latin1').replaceAll('+', ' ')
  const octets = latin.replace(/%([0-9A-Fa-f]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  )
  return new Uint8Array(Buffer.from(octets, 'latin1'))
}
