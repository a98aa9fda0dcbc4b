import type { Header } from '../../trace/events.ts'

/** What the user types when asked; `kind` says whether the target file gave them. */
export interface Credentials {
  readonly kind: 'right' | 'wrong'
  readonly user: string
  readonly password: string
  /** 407 is answered to the proxy, 401 to the server. */
  readonly to: 'server' | 'proxy'
}

/** Basic scheme, the least that a device supports (OTA2 Functional requirements; RFC 7617). */
export function authorizationHeader({ user, password, to }: Credentials): Header {
  const octets = new TextEncoder().encode(`${user}:${password}`)
  const name = to === 'proxy' ? 'Proxy-Authorization' : 'Authorization'
  return [name, `Basic ${btoa(String.fromCharCode(...octets))}`]
}
