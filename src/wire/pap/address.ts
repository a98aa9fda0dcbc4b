/**
 * Addresses of a client (WAP-247; WAP-249): `WAPPUSH=` specifier `@` gateway, where a specifier is
 * `+447700900123/TYPE=PLMN`, `john%40example.com/TYPE=USER`, `10.0.0.1/TYPE=IPv4`.
 */
export interface PapAddress {
  /** Of a PLMN: the number with its plus. Decoded where it is a user. */
  readonly specifier: string
  /** In capital letters: `PLMN`, `USER`, `IPV4`, `IPV6`, or a registered code. */
  readonly type: string
  readonly gateway: string | undefined
}

const charactersMax = 1024
const form = /^WAPPUSH=([^/@]+)\/TYPE=([A-Za-z0-9._-]+)(?:@([^@/]+))?$/i
const number = /^\+\d{1,15}$/

/** None for what is no address, and for a PLMN that is no international number. */
export function parsePapAddress(text: string): PapAddress | undefined {
  if (text.length > charactersMax) return undefined
  const [, escaped, type, gateway] = form.exec(text) ?? []
  const specifier = escaped === undefined ? undefined : unescape(escaped)
  if (specifier === undefined || type === undefined) return undefined
  const address = { specifier, type: type.toUpperCase(), gateway }
  return address.type === 'PLMN' && !number.test(specifier) ? undefined : address
}

export function formatPapAddress({ specifier, type, gateway }: PapAddress): string {
  const at = gateway === undefined ? '' : `@${gateway}`
  return `WAPPUSH=${encodeURIComponent(specifier).replace('%2B', '+')}/TYPE=${type}${at}`
}

function unescape(text: string): string | undefined {
  return /%(?![0-9A-Fa-f]{2})/.test(text) ? undefined : decodeUtf8Escapes(text)
}

/** `decodeURIComponent` throws for octets that are no UTF-8; here they become U+FFFD. */
function decodeUtf8Escapes(text: string): string {
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) =>
    Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
  )
}
