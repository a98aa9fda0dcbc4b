/** Pushes that a gateway took, with what became of them. */
import type { MessageState, StateChange } from '../submission.ts'

export interface Recipient {
  /** As in the push. */
  readonly address: string
  /** None where the router refused it. */
  readonly messageId: string | undefined
  readonly state: MessageState
  /** Virtual instant of the state. */
  readonly at: number
  readonly ended: boolean
}

export interface PushRecord {
  /** The account or address that posted it. */
  readonly initiator: string
  readonly pushId: string
  readonly notifyTo: string | undefined
  readonly receivedAt: number
  readonly recipients: readonly Recipient[]
}

export class PushRecords {
  readonly #pushesMax: number
  readonly #records = new Map<string, PushRecord>()

  constructor(pushesMax: number) {
    this.#pushesMax = pushesMax
  }

  find(initiator: string, pushId: string): PushRecord | undefined {
    return this.#records.get(keyOf(initiator, pushId))
  }

  /** False when there is no room, because all that are remembered still wait. */
  keep(record: PushRecord): boolean {
    if (this.#records.size >= this.#pushesMax && !this.#forgetOne()) return false
    this.#records.set(keyOf(record.initiator, record.pushId), record)
    return true
  }

  /** The record with the recipient's new state. */
  change(record: PushRecord, address: string, { state, at, final }: StateChange): PushRecord {
    const known = this.find(record.initiator, record.pushId) ?? record
    const recipients = known.recipients.map((recipient) =>
      recipient.address === address ? { ...recipient, state, at, ended: final } : recipient,
    )
    const changed = { ...known, recipients }
    this.#records.set(keyOf(known.initiator, known.pushId), changed)
    return changed
  }

  /** The router gave the message of this recipient an id, or refused it. */
  assign(record: PushRecord, address: string, messageId: string | undefined): void {
    const known = this.find(record.initiator, record.pushId) ?? record
    const recipients = known.recipients.map((recipient) =>
      recipient.address === address && recipient.messageId === undefined
        ? { ...recipient, messageId, ended: messageId === undefined || recipient.ended }
        : recipient,
    )
    this.#records.set(keyOf(known.initiator, known.pushId), { ...known, recipients })
  }

  forget({ initiator, pushId }: PushRecord): void {
    this.#records.delete(keyOf(initiator, pushId))
  }

  #forgetOne(): boolean {
    for (const [key, { recipients }] of this.#records) {
      if (recipients.every(({ ended }) => ended)) return this.#records.delete(key)
    }
    return false
  }
}

function keyOf(initiator: string, pushId: string): string {
  return JSON.stringify([initiator, pushId])
}
