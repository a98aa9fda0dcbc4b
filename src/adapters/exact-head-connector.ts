/**
 * Connects an undici client and stands between it and its socket: the request goes out as our octets, not undici's, and
 * every octet of the response is seen before undici's parser sees it.
 */
import { connect as connectTcp, isIP } from 'node:net'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect as connectTls } from 'node:tls'
import type { ConnectionOptions } from 'node:tls'
import type { buildConnector } from 'undici'
import { memoryInflow, PacedSocket, pieceBytes, tcpInflow } from './paced-socket.ts'

/** What an undici client says and hears through its socket. */
export interface Tap {
  /** Octets come no faster than they are taken. */
  readonly paced: boolean
  /**
   * A socket is being connected.
   *
   * @param paced that which it goes over, where it is paced
   */
  onOpening(socket: Duplex, paced: PacedSocket | undefined): void
  /** It is connected; nothing has been sent on it yet. */
  onOpened(): void
  /** Octets in place of the head that undici is about to write. */
  onRequest(): Uint8Array | undefined
  /** Octets from the target; answers what undici's parser may have of them. */
  onOctets(chunk: Uint8Array): Uint8Array | undefined
  /** Where it is paced: waits until so many octets are taken; false: no more are. */
  take(bytes: number): Promise<boolean>
}

export interface Ways {
  /** A way to a host that needs no socket, such as a server in this process. */
  readonly connect?:
    | ((host: string, port: number, inFlightBytesMax?: number) => Duplex | undefined)
    | undefined
  /** Addresses of host names; other names are looked up. */
  readonly hosts?: ReadonlyMap<string, string> | undefined
  /** In place of `ofAnyAge`. */
  readonly tls?:
    | Pick<ConnectionOptions, 'ca' | 'ciphers' | 'minVersion' | 'rejectUnauthorized'>
    | undefined
}

/**
 * Requests reach every server that speaks TLS, of whatever age and whoever issued its certificates: what is to be said of
 * these is a matter of checks, not of connecting.
 */
const ofAnyAge = {
  ciphers: 'DEFAULT@SECLEVEL=0',
  minVersion: 'TLSv1',
  rejectUnauthorized: false,
} as const satisfies ConnectionOptions

// undici wants null, not undefined, where there is no error or no socket.
// oxlint-disable-next-line unicorn/no-null
const nothing = null

export function exactHeadConnector(tap: Tap, ways: Ways): buildConnector.connector {
  return ({ hostname, protocol, port }, callback) => {
    const secure = protocol === 'https:'
    const place = { host: hostname, port: Number(port || (secure ? 443 : 80)) }
    const paced = tap.paced ? openPaced(place, tap, ways) : undefined
    const near = paced ?? ways.connect?.(place.host, place.port)
    const socket = secure ? openTls(place, near, ways) : (near ?? openTcp(place, ways))
    let settled = false
    const settle = (error?: Error): void => {
      if (settled) return
      settled = true
      if (error !== undefined || socket.destroyed || !actsAsSocket(socket)) {
        callback(error ?? new Error('the connection closed while it was being opened'), nothing)
        return
      }
      tapSocket(socket, tap)
      tap.onOpened()
      callback(nothing, socket)
    }
    tap.onOpening(socket, paced)
    socket.on('error', settle)
    if (secure) socket.once('secureConnect', () => settle())
    else if (near === undefined || paced?.connecting === true)
      socket.once('connect', () => settle())
    else queueMicrotask(() => settle())
  }
}

interface Place {
  readonly host: string
  readonly port: number
}

function openTcp(place: Place, ways: Ways): Socket {
  return connectTcp({ ...addressOf(place, ways), noDelay: true })
}

function addressOf({ host, port }: Place, { hosts }: Ways): Place {
  return { host: hosts?.get(host) ?? host, port }
}

function openPaced(place: Place, tap: Tap, ways: Ways): PacedSocket {
  const near = ways.connect?.(place.host, place.port, pieceBytes)
  const inflow = near === undefined ? tcpInflow(addressOf(place, ways)) : memoryInflow(near)
  return new PacedSocket(inflow, (bytes) => tap.take(bytes))
}

function openTls(place: Place, near: Duplex | undefined, ways: Ways): Socket {
  const name = isIP(place.host) === 0 ? { servername: place.host } : {}
  const socket = near ?? openTcp(place, ways)
  return connectTls({ ...ofAnyAge, ...ways.tls, ...name, socket, ALPNProtocols: ['http/1.1'] })
}

/** undici needs of a socket only what every duplex stream has; it asks before it uses anything else. */
function actsAsSocket(stream: Duplex): stream is Socket {
  return stream.readable && stream.writable
}

function tapSocket(socket: Socket, tap: Tap): void {
  const write = socket.write.bind(socket)
  const read: (size?: number) => unknown = socket.read.bind(socket)
  socket.write = (chunk: Uint8Array | string) => write(tap.onRequest() ?? chunk)
  socket.read = (size) => {
    for (;;) {
      const chunk = read(size)
      if (!(chunk instanceof Uint8Array)) return nothing
      const passed = tap.onOctets(chunk)
      if (passed !== undefined) return passed
    }
  }
}
