/**
 * The deliver_sm of one account: in order to whichever session of it is bound to receive, kept while none is, sent again when the
 * answer is an error that may pass, or when the session ends before it answered.
 */
import type { Clock } from '../../handset/ports.ts'
import { statusCode } from '../../wire/smpp/status.table.ts'
import type { Delivery } from './delivery.ts'
import type { SmscOptions } from './smsc-options.ts'

/** A session that deliver_sm can be sent to. */
export interface DeliveryLink {
  /** deliver_sm that wait for their answers. */
  readonly outstanding: number
  deliver(letter: Letter): void
}

export interface Letter {
  readonly delivery: Delivery
  attempts: number
}

export type LetterFate = 'answered' | 'again' | 'refused' | 'attemptsMax' | 'mailboxMax'

export interface MailboxParts {
  readonly clock: Clock
  readonly options: SmscOptions
  /** Told of every letter's fate; `again` is not the last word. */
  readonly onFate: (letter: Letter, fate: LetterFate) => void
}

const mayPass: ReadonlySet<number> = new Set([
  statusCode('ESME_RSYSERR'),
  statusCode('ESME_RMSGQFUL'),
  statusCode('ESME_RTHROTTLED'),
  statusCode('ESME_RX_T_APPN'),
])

export class Mailbox {
  readonly #parts: MailboxParts
  readonly #links = new Set<DeliveryLink>()
  #letters: Letter[] = []
  /** Index of the first letter that has not been sent: taking from the front costs nothing. */
  #next = 0
  #rests = false

  constructor(parts: MailboxParts) {
    this.#parts = parts
  }

  /** Letters that wait to be sent. */
  get waiting(): number {
    return this.#letters.length - this.#next
  }

  get isServed(): boolean {
    return this.#links.size > 0
  }

  post(delivery: Delivery): void {
    this.#letters.push({ delivery, attempts: 0 })
    if (this.waiting > this.#parts.options.limits.mailboxMax) {
      const lost = this.#take()
      if (lost !== undefined) this.#parts.onFate(lost, 'mailboxMax')
    }
    this.#send()
  }

  open(link: DeliveryLink): void {
    this.#links.add(link)
    this.#send()
  }

  /** @param unanswered of the session that ends, in the order they were sent */
  close(link: DeliveryLink, unanswered: readonly Letter[]): void {
    this.#links.delete(link)
    this.#letters = [...unanswered, ...this.#letters.slice(this.#next)]
    this.#next = 0
    this.#send()
  }

  answer(letter: Letter, status: number): void {
    const { options, clock, onFate } = this.#parts
    if (status === 0) onFate(letter, 'answered')
    else if (!mayPass.has(status)) onFate(letter, 'refused')
    else if (letter.attempts >= options.limits.deliveryAttemptsMax) onFate(letter, 'attemptsMax')
    else {
      onFate(letter, 'again')
      this.#letters = [letter, ...this.#letters.slice(this.#next)]
      this.#next = 0
      this.#rests = true
      clock.setTimeout(() => {
        this.#rests = false
        this.#send()
      }, options.retryAfterMs)
      return
    }
    this.#send()
  }

  #send(): void {
    const { deliveryWindowMax } = this.#parts.options.limits
    while (!this.#rests && this.waiting > 0) {
      const link = [...this.#links].find(({ outstanding }) => outstanding < deliveryWindowMax)
      const letter = link && this.#take()
      if (link === undefined || letter === undefined) return
      letter.attempts += 1
      link.deliver(letter)
    }
  }

  #take(): Letter | undefined {
    const letter = this.#letters[this.#next]
    this.#next += 1
    if (this.#next > 1024 && this.#next * 2 > this.#letters.length) {
      this.#letters = this.#letters.slice(this.#next)
      this.#next = 0
    }
    return letter
  }
}
