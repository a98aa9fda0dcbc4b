/** A way by which servers hand messages to the network: one file below `bearers/`, its name is its id. */
import type { Duplex } from 'node:stream'
import { loadCatalogue } from '../catalogue.ts'
import type { Entry } from '../catalogue.ts'
import type { Clock } from '../handset/ports.ts'
import type { NetworkLog } from './network-log.ts'
import type { Router } from './router.ts'
import type { CentreAct, NetworkScript } from './script.ts'

/** Who may send by a bearer that asks for a name and a password. */
export interface Account {
  readonly name: string
  readonly password: string
}

/** Sees every whole PDU that comes and goes, before it is read or sent. */
export type PduTap = (packet: {
  /** Unique in its bearer. */
  readonly connection: string
  readonly from: 'peer' | 'network'
  readonly octets: Uint8Array
}) => void

export interface BearerParts {
  readonly router: Router
  readonly clock: Clock
  /** Of virtual instant 0, in milliseconds since 1970. */
  readonly startsAtMs: number
  readonly log: NetworkLog
  readonly tap?: PduTap
  /** Opens a connection to a server that wants to be told, by its URL; none: to servers on loopback. */
  readonly dial?: (url: URL) => Duplex | undefined
  /** Follows what is under way besides timers. */
  readonly track?: <T>(effect: Promise<T>) => Promise<T>
  readonly script?: NetworkScript
  readonly accounts: readonly Account[]
  /** The number of the phone that datagrams are for: they name none, the address they come to is the phone's own. */
  readonly datagramsFor?: string
  readonly host: '127.0.0.1'
  /** 0 for any that is free. */
  readonly port: number
}

export interface OpenBearer {
  readonly port: number
  /** What a server's settings ask for: a URL, or `host:port`. */
  readonly address: string
  /** An SMSC does it by itself on each session that is bound; the number of requests that servers have to answer. */
  readonly act?: (act: CentreAct) => number
  /** Cuts every connection. */
  close(): Promise<void>
}

export interface Bearer {
  /** A sentence fragment, for listings. */
  readonly title: string
  /** Where servers look for it unless told otherwise. */
  readonly usualPort: number
  open(parts: BearerParts): Promise<OpenBearer>
}

/**
 * @example
 * export default defineBearer({
 *   title: 'WAP push on UDP port 2948',
 *   usualPort: 2948,
 *   open: openUdp,
 * })
 */
export function defineBearer(bearer: Bearer): Bearer {
  return bearer
}

export async function loadBearers(): Promise<readonly Entry<Bearer>[]> {
  return loadCatalogue(new URL('./bearers/', import.meta.url), isBearer)
}

function isBearer(value: unknown): value is Bearer {
  return (
    typeof value === 'object' &&
    value !== null &&
    'title' in value &&
    typeof value.title === 'string' &&
    'usualPort' in value &&
    typeof value.usualPort === 'number' &&
    'open' in value &&
    typeof value.open === 'function'
  )
}
