/**
 * From a number to a phone. Messages wait in the order they came while their phone is off, uncovered or full, until it is reachable
 * again or they expire. Everything happens on the clock port: with virtual time nothing moves unless it is stepped.
 */
import { WireError } from '../errors.ts'
import type { Clock, Inbox } from '../handset/ports.ts'
import { timestampAt } from '../wire/sms/timestamp.ts'
import { endOf, isOver, MessageStore } from './message-store.ts'
import type { StoredMessage } from './message-store.ts'
import { normalMsisdn } from './msisdn.ts'
import type { NetworkLog } from './network-log.ts'
import { Originations } from './originations.ts'
import type { Receiver } from './originations.ts'
import { packetsOf } from './packets.ts'
import { routerLimits } from './router-limits.ts'
import type { RouterLimits } from './router-limits.ts'
import type {
  MessageFacts,
  MessageState,
  Origination,
  Replacement,
  StateChange,
  Submission,
  SubmitOutcome,
} from './submission.ts'

export interface Subscriber {
  /** The phone is there (again), or has room (again): what waits for it is delivered. */
  reachable(): void
  /** The number is no longer known; what waits for it is undeliverable. */
  detach(): void
}

export interface Router {
  readonly limits: RouterLimits
  /** Messages that wait. */
  readonly waiting: number
  /** Gives a number to a phone, in place of the one that had it. */
  attach(number: string, inbox: Inbox): Subscriber
  /** @param onState told of every later state, the last one `final` */
  submit(submission: Submission, onState?: (change: StateChange) => void): SubmitOutcome
  find(id: string): MessageFacts | undefined
  /** Messages that wait for a number. */
  waitingFor(number: string): readonly MessageFacts[]
  /** False when it is not waiting any more. */
  cancel(id: string): boolean
  /** New text and validity for a message that waits; false when it does not any more. */
  replace(id: string, changes: Replacement): boolean
  /** Whoever serves short codes; the first that takes a message has it. Gives back how to leave. */
  receive(receiver: Receiver): () => void
  /** A phone sends; false when nobody serves that number. */
  originate(origination: Origination): boolean
}

export interface RouterParts {
  readonly clock: Clock
  readonly log: NetworkLog
  /** Of virtual instant 0, in milliseconds since 1970: messages are stamped with it. */
  readonly startsAtMs: number
  readonly limits?: Partial<RouterLimits>
}

export function createRouter(parts: RouterParts): Router {
  return new OperatorRouter(parts)
}

interface Line {
  readonly number: string
  inbox: Inbox
  readonly queue: StoredMessage[]
  /** Of the next message that has to be cut into segments. */
  reference: number
}

class OperatorRouter implements Router {
  readonly limits: RouterLimits
  readonly #parts: RouterParts
  readonly #lines = new Map<string, Line>()
  readonly #store: MessageStore
  readonly #originations: Originations
  readonly #due = new Set<Line>()
  #pumping = false

  constructor(parts: RouterParts) {
    this.#parts = parts
    this.limits = { ...routerLimits, ...parts.limits }
    this.#store = new MessageStore(this.limits.endedMax)
    this.#originations = new Originations(parts)
  }

  get waiting(): number {
    return this.#store.waiting
  }

  attach(number: string, inbox: Inbox): Subscriber {
    const key = normalMsisdn(number)
    const line = this.#lines.get(key) ?? { number: key, inbox, queue: [], reference: 1 }
    line.inbox = inbox
    this.#lines.set(key, line)
    this.#schedule(line)
    return {
      reachable: () => this.#schedule(line),
      detach: () => {
        if (line.inbox !== inbox) return
        this.#lines.delete(key)
        for (const message of line.queue.slice()) this.#end(line, message, 'undeliverable')
      },
    }
  }

  submit(submission: Submission, onState: (change: StateChange) => void = ignore): SubmitOutcome {
    const line = this.#lines.get(normalMsisdn(submission.to))
    if (line === undefined) return this.#refuse(submission, 'unknown-number')
    if (this.#store.waiting >= this.limits.waitingMax) return this.#refuse(submission, 'store-full')
    if (line.queue.length >= this.limits.waitingEachMax) {
      return this.#refuse(submission, 'phone-queue-full')
    }
    const payloads = this.#pack(line, submission)
    if (payloads === undefined) return this.#refuse(submission, 'too-long')
    if (submission.replacesWaiting) this.#replaceWaiting(line, submission)
    const at = this.#parts.clock.now()
    const message = this.#store.add({ submission, payloads, acceptedAt: at, onState })
    const { id } = message
    line.queue.push(message)
    this.#tell('message.accepted', message, `for ${line.number}, ${payloads.length} to carry`)
    this.#begin(line, message)
    return { kind: 'accepted', id }
  }

  find(id: string): MessageFacts | undefined {
    return this.#store.find(id)
  }

  waitingFor(number: string): readonly MessageFacts[] {
    return this.#lines.get(normalMsisdn(number))?.queue ?? []
  }

  cancel(id: string): boolean {
    const found = this.#waitingMessage(id)
    if (found === undefined) return false
    this.#end(found.line, found.message, 'deleted')
    return true
  }

  replace(id: string, changes: Replacement): boolean {
    const found = this.#waitingMessage(id)
    if (found === undefined || found.message.carried > 0) return false
    const { line, message } = found
    const submission = { ...message.submission, ...changes }
    const payloads = this.#pack(line, submission)
    if (payloads === undefined) return false
    message.submission = submission
    message.payloads = payloads
    this.#disarm(message)
    this.#tell('message.replaced', message, `for ${line.number}`)
    this.#begin(line, message)
    return true
  }

  receive(receiver: Receiver): () => void {
    return this.#originations.receive(receiver)
  }

  originate(origination: Origination): boolean {
    return this.#originations.originate(origination)
  }

  #pack(line: Line, submission: Submission) {
    const { clock, startsAtMs } = this.#parts
    const { reference } = line
    line.reference = reference === 255 ? 1 : reference + 1
    try {
      return packetsOf(submission, timestampAt(startsAtMs + clock.now()), reference)
    } catch (error) {
      if (error instanceof WireError) return undefined
      throw error
    }
  }

  /** Sets the timer of a deferred message, or of the end of a waiting one. */
  #begin(line: Line, message: StoredMessage): void {
    const { clock } = this.#parts
    const { deliverAt = 0 } = message.submission
    if (deliverAt <= clock.now()) {
      message.heldUntil = 0
      this.#schedule(line)
      return
    }
    message.heldUntil = deliverAt
    const start = Math.min(deliverAt - clock.now(), this.limits.validityMsMax)
    message.timer = clock.setTimeout(() => {
      message.timer = undefined
      this.#begin(line, message)
    }, start)
  }

  #schedule(line: Line): void {
    this.#due.add(line)
    if (this.#pumping) return
    this.#pumping = true
    this.#parts.clock.setTimeout(() => {
      this.#pumping = false
      const due = [...this.#due]
      this.#due.clear()
      for (const each of due) this.#deliverAll(each)
    }, 0)
  }

  #deliverAll(line: Line): void {
    for (const message of line.queue.slice()) {
      if (message.heldUntil > 0 || message.endedAt !== undefined) continue
      if (isOver(message, this.#parts.clock.now())) this.#end(line, message, 'expired')
      else if (!this.#deliver(line, message)) break
    }
    for (const message of line.queue) this.#keepWaiting(line, message)
  }

  /** False when the phone cannot take it now. */
  #deliver(line: Line, message: StoredMessage): boolean {
    const { id, submission } = message
    for (; message.carried < message.payloads.length; message.carried += 1) {
      const payload = message.payloads[message.carried]
      if (payload === undefined) break
      const { bearer, from } = submission
      const taken = line.inbox.take({ id, bearer, from: from.value, to: line.number, payload })
      if (taken === 'refused') {
        this.#end(line, message, 'undeliverable')
        return true
      }
      if (taken !== 'taken') return false
    }
    this.#end(line, message, 'delivered')
    return true
  }

  #keepWaiting(line: Line, message: StoredMessage): void {
    if (message.heldUntil > 0 || message.timer !== undefined) return
    const { clock } = this.#parts
    const end = endOf(message, this.limits.validityMsMax)
    message.timer = clock.setTimeout(() => this.#end(line, message, 'expired'), end - clock.now())
    if (message.state !== 'enroute') this.#change(message, 'enroute')
  }

  #replaceWaiting(line: Line, { from, serviceType, sender }: Submission): void {
    const same = line.queue.find(
      ({ submission }) =>
        submission.from.value === from.value &&
        submission.serviceType === serviceType &&
        submission.sender === sender,
    )
    if (same !== undefined) this.#end(line, same, 'deleted')
  }

  #waitingMessage(id: string) {
    const message = this.#store.findWaiting(id)
    const line = message && this.#lines.get(normalMsisdn(message.submission.to))
    return message && line ? { message, line } : undefined
  }

  #end(line: Line, message: StoredMessage, state: MessageState): void {
    this.#disarm(message)
    const index = line.queue.indexOf(message)
    if (index !== -1) line.queue.splice(index, 1)
    this.#store.end(message, this.#parts.clock.now())
    this.#change(message, state, true)
  }

  #disarm(message: StoredMessage): void {
    if (message.timer !== undefined) this.#parts.clock.clearTimeout(message.timer)
    message.timer = undefined
  }

  #change(message: StoredMessage, state: MessageState, final = false): void {
    message.state = state
    this.#tell(`message.${state}`, message, `for ${message.submission.to}`)
    message.onState({ id: message.id, state, at: this.#parts.clock.now(), final })
  }

  #refuse(
    submission: Submission,
    cause: Extract<SubmitOutcome, { kind: 'refused' }>['cause'],
  ): SubmitOutcome {
    const { bearer: teller, sender: peer, to } = submission
    const at = this.#parts.clock.now()
    const detail = `for ${to}: ${cause}`
    this.#parts.log({ at, teller, what: 'message.refused', peer, messageId: undefined, detail })
    return { kind: 'refused', cause }
  }

  #tell(what: string, { id, submission }: StoredMessage, detail: string): void {
    const { bearer: teller, sender: peer } = submission
    this.#parts.log({ at: this.#parts.clock.now(), teller, what, peer, messageId: id, detail })
  }
}

function ignore(): void {}
