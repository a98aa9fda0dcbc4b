import { normalNumber } from '../../phone-numbers.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { pushedMessages } from '../../pushed-messages.ts'
import type { PushedMessage } from '../../pushed-messages.ts'
import type { OrderedPush } from '../../scripted-pushes.ts'
import { orderOf } from '../../scripted-pushes.ts'

interface Fulfilled {
  readonly order: OrderedPush
  readonly messages: readonly PushedMessage[]
}

/** Orders of which something came. */
function fulfilled(context: CheckContext): readonly Fulfilled[] {
  const messages = pushedMessages(context.evidence)
  return context.evidence.all('push.ordered').flatMap((order) => {
    const own = messages.filter((message) => orderOf(context, message)?.seq === order.seq)
    return own.length === 0 ? [] : [{ order, messages: own }]
  })
}

export default defineCheck({
  row: 'N01',
  level: 'must',
  clause: 'PUSH-ONE-MESSAGE',
  title: 'An order leads to one message, to the number that was asked for',
  applies: (context) => fulfilled(context).length > 0,
  absent: 'no message came of an order to the target',
  *judge(context) {
    for (const { order, messages } of fulfilled(context)) {
      const [first, second] = distinct(messages)
      const astray = messages.find(({ to }) => normalNumber(to) !== normalNumber(order.to))
      if (astray !== undefined) {
        yield fail(astray, {
          actual: `a message to ${astray.to}`,
          expected: order.to,
          cause: order,
        })
      } else if (second !== undefined) {
        yield fail(second, {
          actual: `${distinct(messages).length} different messages for one order`,
          expected: 'one',
          cause: order,
        })
      } else if (first !== undefined) yield pass(first, `one message to ${order.to}`)
    }
  },
  explain: `Every message is paid for and interrupts somebody. A second one for the same order, such as a text beside the push, makes the user wonder which link is the right one, and the second click finds a ticket that is used up or starts the installation again. Choose the kind of message by the phone, send that one, and send it to nobody else.`,
})

/** The same content again is one message whose answer was lost: other checks judge that. */
function distinct(messages: readonly PushedMessage[]): readonly PushedMessage[] {
  const seen = new Map(messages.toReversed().map((one) => [contentOf(one), one] as const))
  return [...seen.values()].toReversed()
}

/** Gateways number the pushes that they make of one document. */
function contentOf({ octets, reading }: PushedMessage): string {
  const content = reading.kind === 'datagram' ? (reading.push?.body ?? octets) : octets
  return `${reading.kind} ${content.join(' ')}`
}
