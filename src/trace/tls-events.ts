/** The part of the vocabulary that tells how servers over https shake hands. */
import type { TlsVersion } from '../wire/tls/names.table.ts'
import type { ExchangeFailure } from './events.ts'

/** How the phone begins: as a program of today; the same without the name of the host; or as phones of that age do. */
export const handshakeManners = ['today', 'without-name', 'of-the-age'] as const
export type HandshakeManner = (typeof handshakeManners)[number]

export type TlsEventFact =
  /** Roots of servers that the phones have, as the target file names them: X.509. */
  | { readonly type: 'tls.roots'; readonly roots: readonly Uint8Array[] }
  /** A handshake was begun, up to where all that the server says is encrypted; no request went over it. */
  | {
      readonly type: 'tls.shaken'
      readonly manner: HandshakeManner
      /** Host name, or an address without brackets. */
      readonly host: string
      readonly port: number
      /** The highest version that was offered. */
      readonly offered: TlsVersion
      /** The name that was sent in SNI; none: none was. */
      readonly serverName?: string
      /** What the server chose. */
      readonly version?: TlsVersion
      readonly cipherSuite?: string
      /** X.509 as the server sent it, in its order. */
      readonly certificates: readonly Uint8Array[]
      /** By which it refused. */
      readonly alert?: string
      /** Why nothing came of it. */
      readonly failure?: ExchangeFailure
      /** By which the server lives, if not by the calendar of the phone: ISO 8601; no part of the trace hash. */
      readonly day?: string
    }
