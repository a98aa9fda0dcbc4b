import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { idOf, ownIndications } from '../../indications.ts'
import type { OwnIndication } from '../../indications.ts'

const deletions = (context: CheckContext) =>
  ownIndications(context).filter(({ indication }) => indication.action === 'delete')

export default defineCheck({
  row: 'W24',
  level: 'must',
  clause: 'SI-DELETE',
  title: 'What takes an indication back names it by the si-id it had',
  applies: (context) => deletions(context).length > 0,
  absent: 'no indication was taken back',
  *judge(context) {
    const all = ownIndications(context)
    for (const deletion of deletions(context)) {
      const earlier = all.filter(
        ({ message }) => message.to === deletion.message.to && message.seq < deletion.message.seq,
      )
      yield judgeDeletion(deletion, earlier)
    }
  },
  explain: `A deletion is matched by its si-id and nothing else: phones drop one without, and one with an id that they do not have. The offer then stays in the inbox, with a link that leads nowhere. Give each offer an si-id when it is first sent, keep it with the order, and send the same one with the deletion.`,
})

function judgeDeletion({ message, indication }: OwnIndication, earlier: readonly OwnIndication[]) {
  const { siId } = indication
  if (siId === undefined || siId === '') {
    return fail(message, { actual: 'a deletion without si-id', expected: 'the id of the offer' })
  }
  const told = `si-id "${escapeText(siId, 60)}"`
  const before = earlier.at(-1)
  if (before === undefined) return pass(message, `${told}, of an offer before this trace`)
  return earlier.some((one) => idOf(one) === siId)
    ? pass(message, told)
    : fail(message, {
        actual: told,
        expected: `"${escapeText(idOf(before) ?? '', 60)}", as before`,
        cause: before.message,
      })
}
