import type { CarryOrder } from '../arrival.ts'
import type { Received } from '../behaviour.ts'
import type { Phone } from '../phone.ts'
import type { RenderOutcome } from '../ports.ts'
import type { Radio } from '../radio.ts'
import type { RenderOrder } from '../rendering.ts'
import { contactOf, orderOf } from '../rules/contact.ts'
import type { ContactHeard, Running } from '../rules/contact.ts'

/** What comes of a request, as the machine that sent it hears it. */
export interface AnswerCame {
  readonly type: 'answer.came'
  readonly received: Received
}

/** What comes of it that a client connected. */
export interface ContactEnded {
  readonly type: 'contact.ended'
  readonly heard: ContactHeard
}

/** What a page looks like once its scripts have run. */
export interface PageCame {
  readonly type: 'page.came'
  readonly outcome: RenderOutcome
}

/** What a machine is to its own actions. */
interface Sender<Event> {
  send(event: Event): void
  subscribe(observer: { readonly complete: () => void; readonly error: () => void }): {
    unsubscribe(): void
  }
}

/**
 * The effects of the machines: something goes out, an outcome comes back, virtual time passes between. It is broken
 * off with the machine that wants it. No actor of its own: that would cost more than all else a request needs.
 */
function carryFor<Event, Heard>(
  sender: Sender<Event>,
  carry: (tell: (heard: Heard) => void) => () => void,
  told: (heard: Heard) => Event,
): void {
  let isWanted = true
  const breakOff = carry((heard) => {
    if (!isWanted) return
    // A machine that lasts sends many.
    subscription.unsubscribe()
    sender.send(told(heard))
  })
  const end = () => {
    isWanted = false
    breakOff()
  }
  const subscription = sender.subscribe({ complete: end, error: end })
}

export function sendRequest(radio: Radio, order: CarryOrder, sender: Sender<AnswerCame>): void {
  carryFor<AnswerCame, Received>(
    sender,
    (tell) => radio.carry(order, tell),
    (received) => ({ type: 'answer.came', received }),
  )
}

/** The client that is first connects as its script says. */
export function connectClient(running: Running, sender: Sender<ContactEnded>): void {
  const { script } = contactOf(running).contact
  const { radio } = running.phone
  carryFor<ContactEnded, ContactHeard>(
    sender,
    (tell) =>
      script.kind === 'http'
        ? radio.carry(orderOf(script), (received) => tell({ kind: 'http', received }))
        : radio.talk(script, (outcome) => tell({ kind: 'tcp', outcome })),
    (heard) => ({ type: 'contact.ended', heard }),
  )
}

/** A browser has a page. */
export function renderPage(
  { renderer }: Phone,
  order: RenderOrder,
  sender: Sender<PageCame>,
): void {
  if (renderer === undefined) throw new TypeError('there is no browser')
  carryFor<PageCame, RenderOutcome>(
    sender,
    (tell) => {
      renderer.render(order, tell)
      return () => renderer.stop()
    },
    (outcome) => ({ type: 'page.came', outcome }),
  )
}
