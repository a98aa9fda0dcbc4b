/** Addresses for those who have none in a trace: phones, and hosts that are known by name. */
import type { Endpoint } from './frames.ts'

/** 100.64.0.0/10 is between operators and their customers (RFC 6598). */
const phonesFirst = 0x64400001
const phonesMax = 0x3ffffe
/** 198.18.0.0/15 is for tests (RFC 2544). */
const hostsFirst = 0xc6120001
const hostsMax = 10_000

const portFirst = 1024
const portsMax = 64_000

/** Every connection of a phone has a port of its own; when all were used, it goes on with another address. */
export class PhoneAddresses {
  #phones = 0

  /** The way by which one phone gets its endpoints. */
  take(): () => Endpoint {
    let address = this.#next()
    let used = 0
    return () => {
      if (used === portsMax) {
        address = this.#next()
        used = 0
      }
      used += 1
      return { address, port: portFirst + used }
    }
  }

  #next(): number {
    const address = phonesFirst + (this.#phones % phonesMax)
    this.#phones += 1
    return address
  }
}

const octet = '(25[0-5]|2[0-4]\\d|1?\\d?\\d)'
const dotted = new RegExp(`^${octet}\\.${octet}\\.${octet}\\.${octet}$`)

export class HostAddresses {
  readonly #byName = new Map<string, number>()

  /** Of the names that were asked for. */
  get names(): ReadonlyMap<number, string> {
    return new Map([...this.#byName].map(([name, address]) => [address, name]))
  }

  /** Beyond `hostsMax` names, all further ones share the last address. */
  find(name: string): number {
    const parts = dotted.exec(name)?.slice(1)
    if (parts !== undefined) return parts.reduce((sum, part) => sum * 0x100 + Number(part), 0)
    const known = this.#byName.get(name)
    if (known !== undefined) return known
    const address = hostsFirst + Math.min(this.#byName.size, hostsMax - 1)
    if (this.#byName.size < hostsMax) this.#byName.set(name, address)
    return address
  }
}
