import { escapeText } from '../../../wire/escape.ts'
import { siActions } from '../../../wire/push/service-indication.ts'
import { defineCheck, fail, pass, review } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { ownIndications } from '../../indications.ts'
import type { OwnIndication } from '../../indications.ts'
import { orderOf } from '../../scripted-pushes.ts'

export default defineCheck({
  row: 'W26',
  level: 'should',
  clause: 'SI-ACTION',
  title: 'An indication says how it comes to notice, as its purpose wants it',
  applies: (context) => ownIndications(context).length > 0,
  absent: 'no service indication was sent',
  *judge(context) {
    for (const one of ownIndications(context)) yield judgeAction(one, context)
  },
  explain: `Without an action phones take signal-medium, which not every client was written to know. An offer with signal-none is never shown, and delete removes what it should announce; signal-high interrupts a call or a game, and is meant for what the user waits for because he asked. Name signal-medium or signal-low for what an operator sends out.`,
})

/** Shown without anybody having asked for it. */
const quiet: readonly (string | undefined)[] = ['signal-low', 'signal-medium']

function judgeAction({ message, indication }: OwnIndication, context: CheckContext) {
  const { action } = indication
  const told = action === undefined ? 'no action' : `action ${escapeText(action, 40)}`
  const expected = orderOf(context, message)?.what === 'take-back' ? ['delete'] : quiet
  if (expected.includes(action)) return pass(message, told)
  const isKnown = siActions.some((one) => one === action)
  return action === 'signal-high' && isKnown
    ? review(message, 'signal-high: is it the user who asked for it?')
    : fail(message, { actual: told, expected: expected.join(' or ') })
}
