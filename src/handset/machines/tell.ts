import type { PromptFact, TraceFact } from '../../trace/events.ts'
import type { Phone } from '../phone.ts'
import type { UserEvent } from './events.ts'

/** What of an action's arguments a fact is made from, and who tells it. */
interface Teller<Context> {
  readonly context: Context
  readonly self: { readonly id: string }
}

/** The same of a machine that hears the user's answer. */
interface Asker<Context> {
  readonly context: Context
  readonly self: { readonly id: string; send(event: UserEvent): void }
}

/**
 * An action that tells a fact for the trace, in the name of the machine that does it. Not XState's `emit`: to hear that
 * of children one has to inspect the whole system, which makes an object of every step of every machine.
 *
 * @param teller where a region of the machine has a name of its own
 * @example 'tell that it is installed': tell(({ context }) => installation(context))
 */
export function tell<Context extends { readonly phone: Phone }, Params>(
  make: (of: { readonly context: Context }, params: Params) => TraceFact,
  teller?: string,
) {
  return ({ context, self }: Teller<Context>, params: Params): void =>
    context.phone.tell(teller ?? self.id, make({ context }, params))
}

/** The same for as many facts as there are. */
export function tellAll<Context extends { readonly phone: Phone }, Params>(
  make: (of: { readonly context: Context }, params: Params) => readonly TraceFact[],
) {
  return ({ context, self }: Teller<Context>, params: Params): void => {
    for (const fact of make({ context }, params)) context.phone.tell(self.id, fact)
  }
}

/** An action that asks the user; the answer comes as an event. Where the phone does not ask, it is yes, and at once. */
export function ask<Context extends { readonly phone: Phone }>(
  question: (of: { readonly context: Context }) => PromptFact,
) {
  return ({ context, self }: Asker<Context>): void => {
    const fact = question({ context })
    if (context.phone.behaviour.asks(fact.prompt)) context.phone.tell(self.id, fact)
    else self.send({ type: 'user.answered', prompt: fact.prompt, answer: 'accept' })
  }
}
