import { tlsVersions } from '../wire/tls/names.table.ts'
import { count, instant, listOf, octets, oneOf, optional, text } from './shape.ts'
import type { Check, Fields } from './shape.ts'
import { handshakeManners } from './tls-events.ts'
import type { TlsEventFact } from './tls-events.ts'

type TlsFields = {
  readonly [T in TlsEventFact['type']]: Fields<Omit<Extract<TlsEventFact, { type: T }>, 'type'>>
}

const version = oneOf(...Object.keys(tlsVersions))

/** @param failure its shape */
export function tlsFields(failure: Check): TlsFields {
  return {
    'tls.roots': { roots: listOf(octets) },
    'tls.shaken': {
      manner: oneOf(...handshakeManners),
      host: text,
      port: count,
      offered: version,
      serverName: optional(text),
      version: optional(version),
      cipherSuite: optional(text),
      certificates: listOf(octets),
      alert: optional(text),
      failure: optional(failure),
      day: optional(instant),
    },
  }
}
