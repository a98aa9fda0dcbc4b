import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { idOf, shownIndications } from '../../indications.ts'
import type { OwnIndication } from '../../indications.ts'
import { orderOf } from '../../scripted-pushes.ts'

/** Each indication with the one before it for the same link, which another order of the same phone led to. */
function pairs(context: CheckContext): readonly (readonly [OwnIndication, OwnIndication])[] {
  const all = shownIndications(context).filter(({ indication }) => indication.href !== undefined)
  return all.flatMap((one, index) => {
    const before = all
      .slice(0, index)
      .findLast(
        ({ message, indication }) =>
          message.to === one.message.to && indication.href === one.indication.href,
      )
    const isOneOrder =
      before !== undefined &&
      orderOf(context, before.message)?.seq === orderOf(context, one.message)?.seq
    return before === undefined || isOneOrder ? [] : [[before, one] as const]
  })
}

export default defineCheck({
  row: 'N04',
  level: 'should',
  clause: 'SI-ID-STABLE',
  title: 'An indication of a link that was offered before has the si-id that it had then',
  applies: (context) => pairs(context).length > 0,
  absent: 'no link was offered a second time to one phone',
  *judge(context) {
    for (const [before, one] of pairs(context)) {
      const [old, now] = [before, one].map(idOf)
      yield old === now
        ? pass(one.message, 'the same id as before')
        : fail(one.message, {
            actual: `si-id "${escapeText(now ?? '', 60)}" for a link that was offered before`,
            expected: `"${escapeText(old ?? '', 60)}", as then`,
            cause: before.message,
          })
    }
  },
  explain: `The user who asks for the message once more gets a second entry in the inbox, and cannot tell which of the two is good; one that is taken back by its id leaves the other behind. An id that is made anew with each message is no id of what it offers. Keep the si-id with the order, and send the same one each time.`,
})
