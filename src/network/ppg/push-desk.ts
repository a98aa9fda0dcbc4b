/** What a gateway does with pushes: hands them to the router, and knows what became of them. */
import { WireError } from '../../errors.ts'
import type {
  PapMessageState,
  PushMessage,
  Result,
  StatusQueryResponse,
} from '../../wire/pap/message.ts'
import type { PapContent } from '../../wire/pap/submission.ts'
import { formatDate } from '../../wire/wbxml/date.ts'
import type { BearerParts } from '../bearer.ts'
import type { MessageState, StateChange, Submission, SubmitOutcome } from '../submission.ts'
import { admitPush } from './admit-push.ts'
import type { Admission } from './admit-push.ts'
import { Notifier } from './notifier.ts'
import type { PpgOptions } from './ppg-options.ts'
import { PushRecords } from './push-records.ts'
import type { PushRecord, Recipient } from './push-records.ts'
import { transformContent } from './transform.ts'

type Refusal = Extract<SubmitOutcome, { kind: 'refused' }>['cause']
type Addressed = Result & { readonly addresses: readonly string[] }

/** WAP push, and where it customarily comes from (WAP-259 WDP). */
const pushPorts = { kind: 'ports', portBits: 16, destination: 2948, source: 9200 } as const
const octetsCoding = 0x04
const transactionsMax = 256

const refusals: Readonly<Record<Refusal, Result>> = {
  'unknown-number': { code: 2003, description: 'no client has this number' },
  'store-full': { code: 4001, description: 'too much waits' },
  'phone-queue-full': { code: 4001, description: 'too much waits for this client' },
  'too-long': { code: 3006, description: 'too long for the bearer' },
}

const stateNames: Readonly<Record<MessageState, PapMessageState>> = {
  accepted: 'pending',
  enroute: 'pending',
  delivered: 'delivered',
  expired: 'expired',
  deleted: 'cancelled',
  undeliverable: 'undeliverable',
  rejected: 'rejected',
  unknown: 'unknown',
}

/** Other ends are told as "not possible", the state says why. */
const endsAsAsked: ReadonlySet<MessageState> = new Set(['delivered', 'deleted'])

type Parts = Omit<BearerParts, 'host' | 'port'>

export class PushDesk {
  readonly notifier: Notifier
  readonly #parts: Parts
  readonly #options: PpgOptions
  readonly #records: PushRecords
  #transaction = 0

  constructor(parts: Parts, options: PpgOptions) {
    this.#parts = parts
    this.#options = options
    this.#records = new PushRecords(options.limits.pushesMax)
    this.notifier = new Notifier(parts, options)
  }

  push(message: PushMessage, content: PapContent | undefined, initiator: string): Result {
    const { startsAtMs, clock } = this.#parts
    const { addressesMax } = this.#options.limits
    const admission = admitPush(message, { nowMs: startsAtMs + clock.now(), addressesMax })
    if (admission.kind === 'refused') return admission
    if (content === undefined) return { code: 2000, description: 'no content' }
    if (this.#records.find(initiator, message.pushId) !== undefined) {
      return { code: 2007, description: 'push-id was already used' }
    }
    const octets = this.#transform(content)
    if (octets instanceof WireError) return { code: 3006, description: octets.message }
    const record = this.#recordOf(message, admission, initiator)
    if (!this.#records.keep(record)) return { code: 4001, description: 'too many pushes wait' }
    return this.#submitAll(record, admission, octets)
  }

  cancel(pushId: string, addresses: readonly string[], initiator: string): readonly Addressed[] {
    const record = this.#records.find(initiator, pushId)
    if (record === undefined) return [unknownPush(addresses)]
    return wanted(record, addresses).map(({ address, recipient }) => {
      if (recipient === undefined) return unknownAddress(address)
      const { messageId } = recipient
      const isGone = messageId !== undefined && this.#parts.router.cancel(messageId)
      return isGone
        ? { code: 1000, description: 'cancelled', addresses: [address] }
        : { code: 2008, description: 'too late', addresses: [address] }
    })
  }

  query(
    pushId: string,
    addresses: readonly string[],
    initiator: string,
  ): StatusQueryResponse['results'] {
    const record = this.#records.find(initiator, pushId)
    if (record === undefined) return [{ ...unknownPush(addresses), messageState: 'unknown' }]
    return wanted(record, addresses).map(({ address, recipient }) => {
      if (recipient === undefined) return { ...unknownAddress(address), messageState: 'unknown' }
      return {
        code: 1000,
        description: 'done',
        addresses: [address],
        eventTime: this.#dateOf(recipient.at),
        messageState: stateNames[recipient.state],
      }
    })
  }

  #transform(content: PapContent): Uint8Array | WireError {
    const transaction = this.#transaction
    this.#transaction = (transaction + 1) % transactionsMax
    try {
      return transformContent(content, transaction)
    } catch (error) {
      if (error instanceof WireError) return error
      throw error
    }
  }

  #recordOf(
    { pushId, notifyTo }: PushMessage,
    { numbers }: Admission,
    initiator: string,
  ): PushRecord {
    const at = this.#parts.clock.now()
    const recipients = numbers.map(([address]): Recipient => ({
      address,
      messageId: undefined,
      state: 'accepted',
      at,
      ended: false,
    }))
    return { initiator, pushId, notifyTo, receivedAt: at, recipients }
  }

  /** One address that cannot be served fails the push only where it is the last that could be. */
  #submitAll(record: PushRecord, admission: Admission, octets: Uint8Array): Result {
    const outcomes = admission.numbers.map(([address, number]) => {
      const submission = this.#submissionTo(number, record, admission, octets)
      const outcome = this.#parts.router.submit(submission, (change) =>
        this.#changed(record, address, change),
      )
      const id = outcome.kind === 'accepted' ? outcome.id : undefined
      this.#records.assign(record, address, id)
      return outcome
    })
    const [first] = outcomes
    if (outcomes.some(({ kind }) => kind === 'accepted') || first?.kind !== 'refused') {
      return { code: 1001, description: 'accepted for processing' }
    }
    this.#records.forget(record)
    return refusals[first.cause]
  }

  #submissionTo(
    to: string,
    { initiator, notifyTo }: PushRecord,
    { deliverAfter, deliverBefore }: Admission,
    octets: Uint8Array,
  ): Submission {
    const { startsAtMs } = this.#parts
    const virtual = (ms: number | undefined) => (ms === undefined ? undefined : ms - startsAtMs)
    return {
      bearer: 'ppg',
      sender: initiator,
      from: this.#options.from,
      to,
      carrier: 'sms',
      protocolId: 0,
      dataCoding: octetsCoding,
      elements: [pushPorts],
      octets,
      wantsReport: notifyTo !== undefined,
      deliverAt: virtual(deliverAfter),
      validUntil: virtual(deliverBefore),
      serviceType: 'WAP',
      replacesWaiting: false,
    }
  }

  #changed(record: PushRecord, address: string, change: StateChange): void {
    const { pushId, notifyTo, receivedAt, initiator } = this.#records.change(
      record,
      address,
      change,
    )
    if (!change.final || notifyTo === undefined) return
    this.notifier.notify({
      url: notifyTo,
      initiator,
      messageId: change.id,
      message: {
        kind: 'resultnotification-message',
        pushId,
        address,
        senderName: 'ppg',
        receivedTime: this.#dateOf(receivedAt),
        eventTime: this.#dateOf(change.at),
        messageState: stateNames[change.state],
        result: { code: endsAsAsked.has(change.state) ? 1000 : 3003 },
      },
    })
  }

  #dateOf(instant: number): string {
    return formatDate(this.#parts.startsAtMs + instant)
  }
}

/** Those asked for, or all there are. */
function wanted({ recipients }: PushRecord, addresses: readonly string[]) {
  const asked = addresses.length === 0 ? recipients.map(({ address }) => address) : addresses
  return asked.map((address) => ({
    address,
    recipient: recipients.find((known) => known.address === address),
  }))
}

function unknownPush(addresses: readonly string[]): Addressed {
  return { code: 2004, description: 'push-id is not known', addresses }
}

function unknownAddress(address: string): Addressed {
  return { code: 2003, description: 'this push has no such address', addresses: [address] }
}
