/** Handshakes of a trace, and the certificates that servers sent in them. */
import { WireError } from '../errors.ts'
import type { EventOf } from '../trace/events.ts'
import type { HandshakeManner } from '../trace/tls-events.ts'
import { parseCertificate } from '../wire/certificate.ts'
import type { Certificate } from '../wire/certificate.ts'
import { identityOf, isFor } from '../wire/tls/server-identity.ts'
import type { ServerIdentity } from '../wire/tls/server-identity.ts'
import type { CheckContext } from './check.ts'

export type Handshake = EventOf<'tls.shaken'>

/** A handshake in which the server sent certificates. */
export interface Shown {
  readonly shaken: Handshake
  /** In the order sent; none where one cannot be read. */
  readonly sent: readonly (Certificate | undefined)[]
  readonly own: Certificate | undefined
}

export function handshakesOf(
  { evidence }: CheckContext,
  manner: HandshakeManner,
): readonly Handshake[] {
  return evidence.all('tls.shaken').filter((shaken) => shaken.manner === manner)
}

/** As programs of today begin them. */
export function shownToday(context: CheckContext): readonly Shown[] {
  return handshakesOf(context, 'today')
    .filter(({ certificates }) => certificates.length > 0)
    .map(showing)
}

export function showing(shaken: Handshake): Shown {
  const sent = shaken.certificates.map(read)
  return { shaken, sent, own: sent[0] }
}

/** The handshake of today with the same server. */
export function todayWith(context: CheckContext, { host, port }: Handshake): Handshake | undefined {
  return handshakesOf(context, 'today').find((one) => one.host === host && one.port === port)
}

const known = new WeakMap<Uint8Array, { readonly certificate: Certificate | undefined }>()

/** Three handshakes with one server bring the same certificates as three copies. */
function read(octets: Uint8Array): Certificate | undefined {
  const found = known.get(octets) ?? { certificate: parse(octets) }
  known.set(octets, found)
  return found.certificate
}

function parse(octets: Uint8Array): Certificate | undefined {
  try {
    return parseCertificate(octets)
  } catch (error) {
    if (error instanceof WireError) return undefined
    throw error
  }
}

/** Of servers that the phones of the target know, as its file says; none: it says nothing. */
export function rootsOf({ evidence }: CheckContext): readonly Certificate[] | undefined {
  const [told] = evidence.all('tls.roots')
  return told?.roots.flatMap((octets) => read(octets) ?? [])
}

/** What the target file would have to say. */
export const rootsLine = 'tls.roots of the target file'

export function isOfHost(certificate: Certificate, { host }: Handshake): boolean {
  return isFor(identityOf(certificate), host.toLowerCase())
}

/** For a person: at most a few. */
export function tellIdentity({ names, addresses, from }: ServerIdentity): string {
  const all = [...names, ...addresses]
  const first = all.slice(0, toldMax).join(', ')
  const more = all.length > toldMax ? ` and ${all.length - toldMax} more` : ''
  return all.length === 0 ? 'nobody' : `${first}${more} (${from})`
}

const toldMax = 5

/** How the server did not agree, where it was its doing or may have been. */
export function refusalOf({ alert, failure }: Handshake): string | undefined {
  if (alert !== undefined) return `alert ${alert}`
  return failure !== undefined && (failure.cause === 'truncated' || failure.cause === 'reset')
    ? 'the connection closed'
    : undefined
}

export function whyNothing({ failure }: Handshake): string {
  return `nothing came of the handshake: ${failure?.detail ?? 'no certificate was sent'}`
}
