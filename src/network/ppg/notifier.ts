/** Tells initiators how their pushes ended (PAP resultnotification), as often as needed and allowed. */
import { WireError } from '../../errors.ts'
import { escapeText } from '../../wire/escape.ts'
import { readPapMessage } from '../../wire/pap/read-message.ts'
import type { ResultNotificationMessage } from '../../wire/pap/message.ts'
import { formatPapMessage } from '../../wire/pap/write-message.ts'
import type { BearerParts } from '../bearer.ts'
import { callBack } from '../http/call-back.ts'
import type { CallBackOutcome } from '../http/call-back.ts'
import type { PpgOptions } from './ppg-options.ts'

export interface Notification {
  readonly url: string
  readonly initiator: string
  readonly messageId: string
  readonly message: ResultNotificationMessage
}

type Parts = Omit<BearerParts, 'host' | 'port'>

export class Notifier {
  readonly #parts: Parts
  readonly #options: PpgOptions
  readonly #inFlight = new Set<Promise<void>>()
  #closed = false
  #calls = 0

  constructor(parts: Parts, options: PpgOptions) {
    this.#parts = parts
    this.#options = options
  }

  notify(notification: Notification, attempt = 1): void {
    if (this.#closed) return
    const flight = this.#post(notification, attempt).finally(() => this.#inFlight.delete(flight))
    this.#inFlight.add(flight)
  }

  /** Resolves once no call is under way. */
  async settled(): Promise<void> {
    while (this.#inFlight.size > 0) await Promise.all(this.#inFlight)
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.settled()
  }

  async #post(notification: Notification, attempt: number): Promise<void> {
    const { limits, retryAfterMs } = this.#options
    this.#calls += 1
    const outcome = await callBack(
      {
        method: 'POST',
        url: notification.url,
        headers: { 'Content-Type': 'application/xml' },
        body: new TextEncoder().encode(formatPapMessage(notification.message)),
      },
      { connection: `ppg.call.${this.#calls}`, parts: this.#parts, limits },
    )
    const verdict = verdictOf(outcome)
    if (verdict === 'done') {
      this.#tell('notification.answered', notification, `attempt ${attempt}`)
      return
    }
    this.#tell('notification.failed', notification, `attempt ${attempt}: ${verdict}`)
    const isOver = outcome.kind === 'failed' && outcome.cause === 'forbidden'
    if (isOver || attempt >= limits.notifyAttemptsMax || this.#closed) return
    this.#parts.clock.setTimeout(() => this.notify(notification, attempt + 1), retryAfterMs)
  }

  #tell(what: string, { initiator, messageId, url }: Notification, detail: string): void {
    const at = this.#parts.clock.now()
    const told = `${escapeText(url)}, ${detail}`
    this.#parts.log({ at, teller: 'ppg', what, peer: initiator, messageId, detail: told })
  }
}

const done = 1000

/** The answer is a resultnotification-response of 1000; whatever else comes is tried again. */
function verdictOf(outcome: CallBackOutcome): string {
  if (outcome.kind === 'failed') return outcome.cause
  if (outcome.status < 200 || outcome.status > 299) return `HTTP ${outcome.status}`
  try {
    const { message } = readPapMessage(outcome.body)
    if (message.kind !== 'resultnotification-response') return message.kind
    return message.result.code === done ? 'done' : `code ${message.result.code}`
  } catch (error) {
    if (error instanceof WireError) return `an answer that is not PAP (${error.code})`
    throw error
  }
}
