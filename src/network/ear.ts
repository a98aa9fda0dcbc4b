/** Whoever waits for a message to a number, while servers keep to real time. */
import type { Clock } from '../handset/ports.ts'
import { concatenationOf } from '../wire/sms/udh.ts'
import { normalMsisdn } from './msisdn.ts'
import type { Submission } from './submission.ts'

export interface Expectation {
  /** Once a message has come with all its segments, and nothing more comes for a moment. */
  arrived(withinMs: number): Promise<Arrived>
}

export type Arrived =
  | { readonly kind: 'whole' }
  /** @property refusals what servers wanted meanwhile and did not get, in sentences */
  | { readonly kind: 'nothing' | 'part'; readonly refusals: readonly string[] }

/** After the last segment: what a server sends twice is seen. */
const quietMs = 100
const refusalsMax = 3

/** Listens for the messages of one number. */
export class Ear implements Expectation {
  readonly #number: string
  readonly #clock: Clock
  readonly #leave: () => void
  readonly #refusals: string[] = []
  /** Segments that have come, by sender and reference, with how many there are. */
  readonly #parts = new Map<string, { readonly total: number; readonly seen: Set<number> }>()
  #whole = 0
  #heardAt = 0
  #wake: (() => void) | undefined

  constructor(number: string, clock: Clock, leave: () => void) {
    this.#number = number
    this.#clock = clock
    this.#leave = leave
  }

  hear({ to, from, elements }: Submission): void {
    if (normalMsisdn(to) !== this.#number) return
    this.#heardAt = this.#clock.now()
    const cut = concatenationOf(elements)
    if (cut === undefined) this.#whole += 1
    else {
      const key = `${from.value} ${cut.reference}`
      const { total, seen } = this.#parts.get(key) ?? { total: cut.total, seen: new Set() }
      seen.add(cut.sequence)
      if (seen.size < total) this.#parts.set(key, { total, seen })
      else {
        this.#parts.delete(key)
        this.#whole += 1
      }
    }
    this.#wake?.()
  }

  hearRefusal(sentence: string): void {
    if (this.#refusals.length < refusalsMax) this.#refusals.push(sentence)
  }

  async arrived(withinMs: number): Promise<Arrived> {
    const until = this.#clock.now() + withinMs
    for (;;) {
      const now = this.#clock.now()
      const isComplete = this.#whole > 0 && this.#parts.size === 0
      const ends = isComplete ? Math.min(until, this.#heardAt + quietMs) : until
      if (now >= ends) break
      await this.#sleep(ends - now)
    }
    this.#leave()
    if (this.#whole > 0) return { kind: 'whole' }
    return { kind: this.#parts.size > 0 ? 'part' : 'nothing', refusals: this.#refusals }
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = this.#clock.setTimeout(resolve, ms)
      this.#wake = () => {
        this.#clock.clearTimeout(timer)
        this.#wake = undefined
        resolve()
      }
    })
  }
}
