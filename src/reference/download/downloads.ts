/** The objects behind the download descriptors of the reference. */
import { describeOctets } from '../answer-descriptor.ts'
import type { Desk } from '../desk.ts'
import type { FaultContext } from '../fault.ts'
import { fitSuite } from '../fit-suite.ts'
import { drawIcon } from '../icon.ts'
import { clientOffers, packageOf, releasedAt, versionOf } from '../native/clients.ts'
import type { ClientOffer } from '../native/clients.ts'
import { labels } from '../native/packages.ts'
import { offers } from '../offers.ts'
import { demoSuite, packSuite } from '../suites.ts'
import type { Visit } from '../visits.ts'
import type { ObjectKind } from './download-offers.ts'

export interface DownloadObject {
  readonly type: string
  readonly octets: Uint8Array
}

/** Within a request that belongs to a visit. */
export type VisitContext = FaultContext & { readonly visit: Visit }

export function objectOf(desk: Desk, kind: ObjectKind, context: VisitContext): DownloadObject {
  switch (kind) {
    case 'suite':
      return {
        type: 'application/java-archive',
        octets: packSuite(fitSuite(demoSuite, context.visit.userAgent), desk.fault),
      }
    case 'suite-descriptor': {
      const [offer] = offers
      if (offer === undefined) throw new TypeError('the reference offers no suite')
      return {
        type: 'text/vnd.sun.j2me.app-descriptor',
        octets: describeOctets(desk, offer, context),
      }
    }
    case 'picture':
      return { type: 'image/png', octets: drawIcon() }
    default:
      return { type: labels[kind].type, octets: packageOf(currentClient(), kind, desk.fault) }
  }
}

/** The client that lies behind these descriptors: its version, and when it was released. */
export function offeredClient(): { readonly version: string; readonly released: string } {
  const client = currentClient()
  return { version: versionOf(client), released: releasedAt(client) }
}

function currentClient(): ClientOffer {
  const [client] = clientOffers
  if (client === undefined) throw new TypeError('the reference offers no client')
  return client
}
