import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { ownPushes } from '../../scripted-pushes.ts'

const offers = (context: CheckContext) =>
  ownPushes(context, 'si', 'sl').flatMap((message) => {
    const kind = message.reading.content?.content.kind
    return kind === 'si' || kind === 'sl' ? [{ message, kind }] : []
  })

export default defineCheck({
  row: 'W27',
  level: 'field',
  clause: 'PUSH-NO-SL',
  title: 'An installation is offered by an indication and not by service loading',
  applies: (context) => offers(context).length > 0,
  absent: 'no SI and no SL was sent',
  *judge(context) {
    for (const { message, kind } of offers(context)) {
      yield kind === 'si'
        ? pass(message, 'a service indication')
        : fail(message, { actual: 'service loading', expected: 'a service indication' })
    }
  },
  explain: `Service loading asks the phone to fetch the link by itself. Many phones ignore it, some show it without a text, and those that obey download at their user's cost without having asked, from whoever knows the number. An indication reaches more of them, says what it is about, and waits until it is wanted.`,
})
