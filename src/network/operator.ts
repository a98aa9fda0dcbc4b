/** The operator's network of one case, in process: a router and the bearers in front of it, on the clock of the case. */
import type { Clock } from '../handset/ports.ts'
import type { Account } from './bearer.ts'
import type { NetworkFact } from './network-log.ts'
import { createRouter } from './router.ts'
import type { Router } from './router.ts'
import { serveSmsc } from './smsc.ts'
import type { ServedSmsc } from './smsc.ts'
import type { Line } from './smsc/connection.ts'

/** Who looks on; all is told in the order in which it happens. */
export interface Onlooker {
  hearFact(fact: NetworkFact): void
  /** A whole PDU that came or went. */
  hearOctets(packet: {
    readonly bearer: string
    readonly session: string
    readonly direction: 'to-network' | 'from-network'
    readonly octets: Uint8Array
  }): void
}

export interface Operator {
  readonly router: Router
  /** Nobody looks on until there is somebody. */
  watch(onlooker: Onlooker): void
  /** A server binds to the short message service centre over this connection. */
  serveSmsc(line: Line): void
  close(): void
}

export interface OperatorParts {
  readonly clock: Clock
  /** Of virtual instant 0, in milliseconds since 1970. */
  readonly startsAtMs: number
  /** Who may bind and send. */
  readonly accounts: readonly Account[]
}

export function createOperator(parts: OperatorParts): Operator {
  const { clock, startsAtMs, accounts } = parts
  let onlooker: Onlooker | undefined
  const log = (fact: NetworkFact) => onlooker?.hearFact(fact)
  const router = createRouter({ clock, startsAtMs, log })
  let smsc: ServedSmsc | undefined
  return {
    router,
    watch: (one) => (onlooker = one),
    serveSmsc(line) {
      smsc ??= serveSmsc({
        router,
        clock,
        startsAtMs,
        log,
        accounts,
        tap: ({ connection: session, from, octets }) => {
          const direction = from === 'peer' ? 'to-network' : 'from-network'
          onlooker?.hearOctets({ bearer: 'smsc', session, direction, octets })
        },
      })
      smsc.serve(line)
    },
    close: () => smsc?.close(),
  }
}
