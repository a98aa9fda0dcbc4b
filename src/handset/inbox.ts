/**
 * Messages in flash. The network sends nothing again once a phone has taken it (3GPP 23.040 section 9.2.3.24.1: each segment is
 * stored as a whole), so both what the user can read and segments that wait for others survive without battery.
 */
import type { InboxFacts } from '../trace/message-events.ts'
import type { Flash } from './flash.ts'

export interface InboxMessage {
  readonly id: string
  readonly kind: InboxFacts['kind']
  readonly from: string
  readonly text: string
  /** What the user can open; none in a text without a link. */
  readonly url: string | undefined
  /** Of an SI: its own id, or else its link. */
  readonly siId: string | undefined
  /** Milliseconds since 1970, like all instants here. */
  readonly createdAt: number | undefined
  readonly expiresAt: number | undefined
  /** By the phone's calendar. */
  readonly receivedAt: number
  /** Ids that the network gave its messages, for the record. */
  readonly messages: readonly string[]
}

export interface HeldSegment {
  /** Id that the network gave its message, for the record. */
  readonly message: string
  readonly tpdu: Uint8Array
  /** By the phone's calendar. */
  readonly receivedAt: number
}

/** What one message or one choice of the user does to all that is kept of messages. */
export interface InboxChange {
  readonly kind: 'inbox changed'
  readonly removed: readonly string[]
  readonly added: InboxMessage | undefined
  /** The phone then holds these and no others. */
  readonly segments: readonly HeldSegment[]
}

/** Feature phones hold a hundred to some hundreds of messages (assumed: no document of a model says what its push inbox holds). */
export const inboxMessagesMax = 100
/** Two of the longest messages there are, or many shorter ones (assumed, for the same reason). */
export const heldSegmentsMax = 512

export function applyInboxChange(flash: Flash, { removed, added, segments }: InboxChange): Flash {
  const inbox = flash.inbox.filter(({ id }) => !removed.includes(id))
  return {
    ...flash,
    inbox: added === undefined ? inbox : [...inbox, added],
    segments,
    lastId: added === undefined ? flash.lastId : flash.lastId + 1,
  }
}
