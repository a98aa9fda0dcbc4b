/** Which hosts a handset may contact: those that the target names. */

/** `host` (any port) or `host:port`, in lower case. */
export function hostsNamed(links: Iterable<string>, allow: readonly string[]): readonly string[] {
  const hosts = new Set([...links].map((url) => new URL(url).host))
  for (const host of allow) hosts.add(host.toLowerCase())
  return [...hosts]
}

const defaultPorts: ReadonlyMap<string, string> = new Map([
  ['http:', '80'],
  ['https:', '443'],
])

/** May a handset contact the host of this URL? */
export function isAllowedBy(hosts: readonly string[], url: string): boolean {
  const parsed = URL.parse(url) ?? undefined
  if (parsed === undefined) return false
  const { hostname, port, protocol } = parsed
  const withPort = `${hostname}:${port === '' ? defaultPorts.get(protocol) : port}`
  return hosts.includes(withPort) || hosts.includes(hostname)
}

/** What of a URL decides, where nothing in it can mean something else than it says. */
const plainOrigin = /^https?:\/\/[a-z0-9.-]+(?::[0-9]+)?(?=[/?#]|$)/

/** The same for the URLs of one case, which lead to few hosts: each is looked at once. */
export function allowing(hosts: readonly string[]): (url: string) => boolean {
  const known = new Map<string, boolean>()
  return (url) => {
    const origin = plainOrigin.exec(url)?.[0]
    if (origin === undefined) return isAllowedBy(hosts, url)
    const isAllowed = known.get(origin) ?? isAllowedBy(hosts, origin)
    if (known.size < originsMax) known.set(origin, isAllowed)
    return isAllowed
  }
}

/** Origins remembered for one case. */
const originsMax = 100
