/** What a handset hears: of its user, of the network, and of its own parts. */
import type { Exchange, Purpose } from '../../trace/events.ts'
import type { InstalledSuite } from '../flash.ts'
import type { DeliveredMessage } from '../ports.ts'
import type { AnswerCame, ContactEnded, PageCame } from './effects.ts'
import type { DownloadWanted, LinkOpened, UserEvent } from './events.ts'
import type { ReportsWanted } from './installer.setup.ts'
import type { Manner } from './retrieval.setup.ts'

export interface FetchWanted {
  readonly type: 'fetch.wanted'
  readonly url: string
  readonly purpose: Purpose
  readonly probe: Exchange['probe']
  /** In what it differs from the requests of the phone. */
  readonly manner?: Manner
}

/** What the user does with an installed suite. */
export interface SuiteChosen {
  readonly type: 'suite.chosen'
  readonly suite: InstalledSuite
  readonly for: 'launch' | 'removal'
}

/** A segment or datagram came. */
export interface MessageArrived {
  readonly type: 'message.arrived'
  readonly message: DeliveredMessage
}

/** The user opens a message of the inbox. */
export interface MessageChosen {
  readonly type: 'message.chosen'
  readonly id: string
}

/** A program that may have a server runs. */
export interface ClientStarted {
  readonly type: 'client.started'
  readonly suite: InstalledSuite
}

export type HandsetEvent =
  | LinkOpened
  | MessageArrived
  | MessageChosen
  | FetchWanted
  | DownloadWanted
  | SuiteChosen
  | UserEvent
  /** The time of a page that goes on by itself is over. */
  | { readonly type: 'page.refreshed' }
  | { readonly type: 'coverage.regained' }
  | ReportsWanted
  /** To the report under way. */
  | AnswerCame
  | ClientStarted
  | ContactEnded
  | PageCame
  /** The reports that the installer wanted sent first are sent, or cannot be now. */
  | { readonly type: 'queue.drained' }
