/** What phones send, and who takes it. */
import type { Clock } from '../handset/ports.ts'
import type { NetworkLog } from './network-log.ts'
import type { Origination } from './submission.ts'

/** Takes what phones send; false leaves it to the next one. */
export type Receiver = (origination: Origination) => boolean

export class Originations {
  readonly #receivers: Receiver[] = []
  readonly #clock: Clock
  readonly #log: NetworkLog

  constructor({ clock, log }: { readonly clock: Clock; readonly log: NetworkLog }) {
    this.#clock = clock
    this.#log = log
  }

  receive(receiver: Receiver): () => void {
    this.#receivers.push(receiver)
    return () => {
      const index = this.#receivers.indexOf(receiver)
      if (index !== -1) this.#receivers.splice(index, 1)
    }
  }

  originate(origination: Origination): boolean {
    const taken = this.#receivers.some((receiver) => receiver(origination))
    this.#log({
      at: this.#clock.now(),
      teller: 'router',
      what: taken ? 'origination.taken' : 'origination.unserved',
      peer: origination.from.value,
      messageId: undefined,
      detail: `to ${origination.to}`,
    })
    return taken
  }
}
