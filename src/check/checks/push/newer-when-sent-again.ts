import { escapeText } from '../../../wire/escape.ts'
import { parseDate } from '../../../wire/wbxml/date.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { idOf, ownIndications } from '../../indications.ts'
import type { OwnIndication } from '../../indications.ts'
import { orderOf } from '../../scripted-pushes.ts'

/** Each indication with the one before it of the same id, which another order of the same phone led to. */
function pairs(context: CheckContext): readonly (readonly [OwnIndication, OwnIndication])[] {
  const all = ownIndications(context)
  return all.flatMap((one, index) => {
    const before = all
      .slice(0, index)
      .findLast((other) => other.message.to === one.message.to && idOf(other) === idOf(one))
    if (before === undefined || idOf(one) === undefined) return []
    // Dates that are none are for another check.
    if (![before, one].every(isLegible)) return []
    // Within one order it is one message, handed in again because its answer was lost.
    const orders = [before, one].map(({ message }) => orderOf(context, message)?.seq)
    return orders[0] === orders[1] || !hadTime(before, one, context) ? [] : [[before, one] as const]
  })
}

export default defineCheck({
  row: 'W23',
  level: 'must',
  clause: 'SI-CREATED',
  title:
    'An indication that comes again under its id says when it was made, later than the one before',
  applies: (context) => pairs(context).length > 0,
  absent: 'no indication came a second time under its id',
  *judge(context) {
    for (const [before, one] of pairs(context)) yield judgePair(before, one)
  },
  explain: `Phones compare the dates of creation of two indications with one id: they drop what is as old as what they have, or older, and what has no date is dropped by some and kept beside the other by the rest. The user who asked for the link once more then gets nothing, or two. Write created into every indication, from one clock, anew each time it is sent.`,
})

function isLegible({ indication: { created } }: OwnIndication): boolean {
  return created === undefined || parseDate(created) !== undefined
}

function judgePair(before: OwnIndication, one: OwnIndication) {
  const [older, newer] = [before, one].map(({ indication }) => parseDate(indication.created ?? ''))
  const told = `created ${escapeText(one.indication.created ?? '', 40)}`
  if (newer === undefined || older === undefined) {
    const undated = newer === undefined ? one : before
    return fail(undated.message, {
      actual: 'an indication without a date of creation',
      expected: 'created, as it is sent more than once',
      cause: undated === one ? before.message : one.message,
    })
  }
  return newer > older
    ? pass(one.message, `${told}, after ${before.indication.created}`)
    : fail(one.message, {
        actual: told,
        expected: `a date after ${before.indication.created}`,
        cause: before.message,
      })
}

/** Dates have seconds, and the clock of a server may stand still while that of the phone goes on. */
function hadTime(before: OwnIndication, one: OwnIndication, context: CheckContext): boolean {
  const [first, second] = [before, one].map(({ message }) => orderOf(context, message)?.at ?? 0)
  const isEqual = before.indication.created === one.indication.created
  return !isEqual || (context.facts.target.clock && (second ?? 0) - (first ?? 0) >= 1000)
}
