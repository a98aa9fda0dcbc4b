import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { shownIndications } from '../../indications.ts'
import type { OwnIndication } from '../../indications.ts'

/** Each indication with an earlier one of the same phone that leads elsewhere. */
function pairs(context: CheckContext): readonly (readonly [OwnIndication, OwnIndication])[] {
  const all = shownIndications(context)
  return all.flatMap((one, index) =>
    all
      .slice(0, index)
      .filter(
        (other) =>
          other.message.to === one.message.to && other.indication.href !== one.indication.href,
      )
      .slice(-1)
      .map((other) => [other, one] as const),
  )
}

export default defineCheck({
  row: 'W25',
  level: 'should',
  clause: 'SI-ID',
  title: 'Indications that lead elsewhere do not share an si-id',
  applies: (context) => pairs(context).length > 0,
  absent: 'no two service indications with different links were sent to one phone',
  *judge(context) {
    for (const [other, one] of pairs(context)) {
      const id = one.indication.siId
      yield id !== undefined && id === other.indication.siId
        ? fail(one.message, {
            actual: `si-id "${escapeText(id, 60)}" for two links`,
            expected: 'an si-id for each',
            cause: other.message,
          })
        : pass(one.message, 'no other link has its si-id')
    }
  },
  explain: `A phone keeps one indication for each si-id: the second order removes the first from the inbox, or is dropped itself when it is not newer. That is right for a correction and wrong for another application. Let si-id name what is offered, and leave it out where every message stands for itself, since the link counts as the id then.`,
})
