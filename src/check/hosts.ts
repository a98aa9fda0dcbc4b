/** Where a link leads to, as far as the network in between is concerned. */

export interface HttpHost {
  readonly name: string
  readonly port: number
  /** 80, or 443 for https. */
  readonly isUsualPort: boolean
}

const usualPorts: ReadonlyMap<string, number> = new Map([
  ['http:', 80],
  ['https:', 443],
])

/** None for what is no link of HTTP. */
export function httpHost(link: string): HttpHost | undefined {
  if (!URL.canParse(link)) return undefined
  const { protocol, hostname, port } = new URL(link)
  const usual = usualPorts.get(protocol)
  if (usual === undefined) return undefined
  const number = port === '' ? usual : Number(port)
  return { name: hostname, port: number, isUsualPort: [...usualPorts.values()].includes(number) }
}

export function isLoopback(name: string): boolean {
  return name === 'localhost' || name === '[::1]' || /^127(?:\.\d+){3}$/.test(name)
}
