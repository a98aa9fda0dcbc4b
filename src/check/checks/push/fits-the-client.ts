import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { ownPushes } from '../../scripted-pushes.ts'

const bodies = (context: CheckContext) =>
  ownPushes(context, 'si', 'sl', 'link').flatMap((message) => {
    const { push } = message.reading
    return push === undefined ? [] : [{ message, octets: push.body.length }]
  })

export default defineCheck({
  row: 'N05',
  level: 'should',
  clause: 'PUSH-SIZE',
  title: 'The document of a push is no larger than the phone says it can take',
  applies: (context) =>
    context.facts.profile.pushBytesMax !== undefined && bodies(context).length > 0,
  absent: 'no push was sent to a phone that says how large it may be',
  *judge(context) {
    const { pushBytesMax = Number.POSITIVE_INFINITY } = context.facts.profile
    for (const { message, octets } of bodies(context)) {
      yield octets > pushBytesMax
        ? fail(message, {
            actual: `a document of ${octets} octets`,
            expected: `at most ${pushBytesMax} (Push-MsgSize)`,
          })
        : pass(message, `${octets} of ${pushBytesMax} octets`)
    }
  },
  explain: `The profile document of a phone says as Push-MsgSize how large a push its client takes: 376 octets on many phones of Motorola. What is larger is dropped, though all its segments arrive. Send SI in WBXML, with a short link and a text of one line.`,
})
