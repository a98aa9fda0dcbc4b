/** The messages of the network by their ids: those that wait, and the last of those that ended. */
import type { DeliveredPayload, TimerId } from '../handset/ports.ts'
import type { MessageFacts, MessageState, StateChange, Submission } from './submission.ts'

export interface StoredMessage extends MessageFacts {
  submission: Submission
  state: MessageState
  endedAt: number | undefined
  payloads: readonly DeliveredPayload[]
  /** Payloads that the phone has taken. */
  carried: number
  /** Virtual instant of a deferred first attempt; 0 once it has come. */
  heldUntil: number
  timer: TimerId | undefined
  readonly onState: (change: StateChange) => void
}

const noOctets = new Uint8Array()

/** Instant after which it is given up. */
export function endOf(message: StoredMessage, validityMsMax: number): number {
  const latest = message.acceptedAt + validityMsMax
  return Math.min(message.submission.validUntil ?? latest, latest)
}

export function isOver({ submission: { validUntil } }: StoredMessage, now: number): boolean {
  return validUntil !== undefined && validUntil < now
}

export class MessageStore {
  readonly #endedMax: number
  readonly #waiting = new Map<string, StoredMessage>()
  readonly #ended = new Map<string, MessageFacts>()
  /** A ring: a Map is slow to tell its oldest key after many were deleted. */
  readonly #endedIds: string[] = []
  #oldest = 0
  #lastId = 0

  constructor(endedMax: number) {
    this.#endedMax = endedMax
  }

  get waiting(): number {
    return this.#waiting.size
  }

  add(
    parts: Pick<StoredMessage, 'submission' | 'payloads' | 'acceptedAt' | 'onState'>,
  ): StoredMessage {
    this.#lastId += 1
    const message: StoredMessage = {
      ...parts,
      id: String(this.#lastId),
      state: 'accepted',
      endedAt: undefined,
      carried: 0,
      heldUntil: 0,
      timer: undefined,
    }
    this.#waiting.set(message.id, message)
    return message
  }

  find(id: string): MessageFacts | undefined {
    return this.#waiting.get(id) ?? this.#ended.get(id)
  }

  findWaiting(id: string): StoredMessage | undefined {
    return this.#waiting.get(id)
  }

  /** What it carried is let go. */
  end(message: StoredMessage, at: number): void {
    message.endedAt = at
    message.payloads = []
    message.submission = { ...message.submission, elements: [], octets: noOctets }
    this.#waiting.delete(message.id)
    this.#ended.set(message.id, message)
    const oldest = this.#endedIds[this.#oldest]
    if (oldest !== undefined) this.#ended.delete(oldest)
    this.#endedIds[this.#oldest] = message.id
    this.#oldest = (this.#oldest + 1) % this.#endedMax
  }
}
