import type { CarryOrder } from '../arrival.ts'
import type { Received } from '../behaviour.ts'
import type { Radio } from '../radio.ts'

/** What comes of a request, as the machine that sent it hears it. */
export interface AnswerCame {
  readonly type: 'answer.came'
  readonly received: Received
}

/** What a machine is to its own actions. */
interface Sender {
  send(event: AnswerCame): void
  subscribe(observer: { readonly complete: () => void; readonly error: () => void }): {
    unsubscribe(): void
  }
}

/**
 * The one effect of the machines: a request goes out, an outcome comes back, virtual time passes between. It is broken
 * off with the machine that wants it. No actor of its own: that would cost more than all else a request needs.
 */
export function sendRequest(radio: Radio, order: CarryOrder, sender: Sender): void {
  let isWanted = true
  const breakOff = radio.carry(order, (received) => {
    if (!isWanted) return
    // A machine that lasts sends many.
    subscription.unsubscribe()
    sender.send({ type: 'answer.came', received })
  })
  const end = () => {
    isWanted = false
    breakOff()
  }
  const subscription = sender.subscribe({ complete: end, error: end })
}
