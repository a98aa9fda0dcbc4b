/** As much of the npm package `smpp` as the tests use; it comes without types. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events'
  import type { Socket } from 'node:net'

  export interface PeerPdu {
    readonly command: string
    readonly command_status: number
    readonly sequence_number: number
    readonly message_id?: string
    readonly system_id?: string
    readonly short_message?: { readonly message: string | Uint8Array }
    readonly [field: string]: unknown
    response(fields?: Readonly<Record<string, unknown>>): PeerPdu
  }

  export interface Session extends EventEmitter {
    readonly sequence: number
    readonly socket: Socket
    send(pdu: PeerPdu, onResponse?: (response: PeerPdu) => void): boolean
    close(onClose?: () => void): void
    destroy(onClose?: () => void): void
  }

  export interface Server extends EventEmitter {
    listen(port: number, host: string, onListening?: () => void): this
    address(): { readonly port: number } | string | null
    close(onClose?: () => void): void
  }

  interface Package {
    connect(place: { readonly host: string; readonly port: number }): Session
    createServer(onSession: (session: Session) => void): Server
    PDU: new (command: string, fields?: Readonly<Record<string, unknown>>) => PeerPdu
  }

  const smpp: Package
  export default smpp
}
