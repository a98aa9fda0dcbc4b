import type { Http, HttpOutcome, HttpRequest } from '../handset/ports.ts'
import { Connection } from './connection.ts'
import type { Ways } from './exact-head-connector.ts'
import { Exchange } from './exchange.ts'
import type { Ending } from './exchange.ts'
import { httpLimits } from './http-limits.ts'
import type { HttpLimits } from './http-limits.ts'
import { requestOctets } from './request-octets.ts'
import type { RequestOctets } from './request-octets.ts'
import { Watch } from './watch.ts'

/** Idle connections kept for one origin, and origins for which any are kept. */
const idleConnectionsMax = 512
const originsMax = 64

export interface HttpUndiciOptions extends Ways {
  readonly limits?: Partial<HttpLimits>
}

/**
 * HTTP over undici's dispatcher: the request leaves octet for octet as the handset words it, and the response is
 * recorded octet for octet. Nothing that a network or a server does makes `exchange` reject.
 *
 * @example
 * const http = createHttpUndici({ hosts: new Map([['ota.example', '127.0.0.1']]) })
 * const outcome = await http.exchange({ method: 'GET', url: 'http://ota.example/demo.jad', form: 'origin',
 *   version: '1.1', headers: [], framing: 'length', connection: 'keep-alive' })
 * await http.close()
 */
export function createHttpUndici(
  options: HttpUndiciOptions = {},
): Http & { close(): Promise<void> } {
  return new HttpUndici({ ...httpLimits, ...options.limits }, options)
}

class HttpUndici implements Http {
  readonly #limits: HttpLimits
  readonly #ways: Ways
  readonly #connections = new Set<Connection>()
  readonly #idle = new Map<string, Connection[]>()
  readonly #running = new Set<Exchange>()
  readonly #watch: Watch

  constructor(limits: HttpLimits, ways: Ways) {
    this.#limits = limits
    this.#ways = ways
    this.#watch = new Watch(this.#running, Math.min(limits.idleMsMax, limits.totalMsMax))
  }

  exchange(request: HttpRequest): Promise<HttpOutcome> {
    return new Promise((resolve) => this.#start(request, requestOctets(request), resolve))
  }

  async close(): Promise<void> {
    const failure = { cause: 'cancelled', detail: 'the exchange was broken off' } as const
    for (const exchange of this.#running) exchange.fail(failure)
    this.#watch.close()
    const connections = [...this.#connections]
    this.#connections.clear()
    this.#idle.clear()
    await Promise.all(connections.map((connection) => connection.destroy()))
  }

  #start(request: HttpRequest, sent: RequestOctets, resolve: (outcome: HttpOutcome) => void): void {
    const way = { origin: sent.origin, paced: request.pace !== undefined }
    let connection = this.#idle.get(keyOf(way))?.pop() ?? this.#open(way)
    const close = request.connection === 'close'
    const end = (ending: Ending, outcome: HttpOutcome | undefined): void => {
      if (ending === 'whole') this.#rest(connection)
      else this.#drop(connection)
      if (outcome === undefined) {
        // The connection had closed before the target heard of this request: what browsers do, the same once more.
        connection = this.#open(way)
        connection.carry(exchange, close)
        return
      }
      this.#running.delete(exchange)
      resolve(outcome)
    }
    const exchange = new Exchange({
      request,
      sent,
      limits: this.#limits,
      watch: this.#watch,
      carrier: () => connection,
      end,
    })
    this.#running.add(exchange)
    this.#watch.wake()
    connection.carry(exchange, close)
  }

  #open(way: Way): Connection {
    const connection = new Connection(way, this.#limits, this.#ways)
    this.#connections.add(connection)
    return connection
  }

  #rest(connection: Connection): void {
    connection.rest()
    const key = keyOf(connection)
    let idle = this.#idle.get(key)
    if (idle === undefined) {
      this.#makeRoom()
      idle = []
      this.#idle.set(key, idle)
    }
    if (idle.length < idleConnectionsMax) idle.push(connection)
    else this.#drop(connection)
  }

  #makeRoom(): void {
    if (this.#idle.size < originsMax) return
    for (const [origin, connections] of this.#idle) {
      for (const connection of connections) this.#drop(connection)
      this.#idle.delete(origin)
      return
    }
  }

  #drop(connection: Connection): void {
    this.#connections.delete(connection)
    void connection.destroy()
  }
}

type Way = Pick<Connection, 'origin' | 'paced'>

/** Connections whose octets are taken at a pace are none for others. */
function keyOf({ origin, paced }: Way): string {
  return paced ? `${origin} paced` : origin
}
