/** What a handset has in mind between two events. */
import type { LinkOrigin } from '../access-point.ts'
import type { BrokenDownload } from '../broken-downloads.ts'
import type { Running } from '../rules/contact.ts'
import type { Credentials } from '../rules/credentials.ts'
import type { Delivery } from '../rules/delivery.ts'
import type { Find } from '../rules/find.ts'
import type { LinkOffer } from '../rules/message-arrival.ts'
import type { Transaction } from '../rules/transaction.ts'

export interface HandsetContext extends Delivery, Running {
  /** Of the link that was opened last. */
  readonly url: string
  readonly origin: LinkOrigin
  readonly find: Find | undefined
  /** The download behind a descriptor that came to its end last, until something else is opened. */
  readonly transaction: Transaction | undefined
  /** The download that goes on; none: it begins. */
  readonly broken: BrokenDownload | undefined
  /** Pages that the link has led through so far. */
  readonly pages: number
  /** Pages that download descriptors offered in the end and that it has led on to, each of which may lead to another descriptor. */
  readonly nextPages: number
  readonly credentials: Credentials | undefined
  /** Reports are sent before the package is fetched, and it waits for them. */
  readonly installerWaits: boolean
  /** Links of messages that came while the phone was busy with something else, and are still to be shown. */
  readonly offers: readonly LinkOffer[]
}
