import { escapeText } from '../../../wire/escape.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import type { Exchange } from '../../../trace/events.ts'
import type { CheckContext, Judgement } from '../../check.ts'
import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import { foreignOpenings, isOrdered, isReadable, isText } from '../../other-platforms.ts'
import type { ForeignOpening } from '../../other-platforms.ts'
import { hasClient, isUndecided } from '../../ticket-openings.ts'

export default defineCheck({
  row: 'N19',
  level: 'should',
  clause: 'NATIVE-OTHER-PLATFORM',
  title:
    'A link for one platform is given to phones of another, or refused to them, as the policy is',
  applies: (context) => foreignOpenings(context).length > 0,
  absent: 'no link that was made for one platform was opened by a phone of another',
  *judge(context) {
    for (const opening of foreignOpenings(context)) yield judgeOpening(context, opening)
  },
  explain: `A message is forwarded, a SIM card moves to another phone, an operator picks the wrong row of a list: then a phone opens a link whose package it cannot use, and shows a note about an unknown type. A server may give the package all the same, since it cannot know every phone, or say on a page that the link is for another; the target file says which with policies: { other-platform: serves } or refuses. A refusal is a status from 400 on, or a page, with a sentence in it, and no package.`,
})

function judgeOpening({ facts }: CheckContext, opening: ForeignOpening): Judgement {
  const { exchange } = opening
  const { otherPlatform } = facts.target.policies ?? {}
  if (exchange.failure !== undefined || isUndecided(exchange) || saysNothing(exchange)) {
    return inconclusive(exchange, 'the server did not come to what the link leads to')
  }
  if (otherPlatform === undefined) {
    return inconclusive(
      exchange,
      `${answerOf(exchange)}: whether that is right is a policy: add policies: { other-platform: serves } or refuses to the target file`,
    )
  }
  return otherPlatform === 'serves' ? judgeServing(opening) : judgeRefusal(exchange)
}

function judgeServing(opening: ForeignOpening): Judgement {
  const { exchange } = opening
  return isOrdered(opening)
    ? pass(exchange, `${answerOf(exchange)}: what was ordered, whoever asks`)
    : fail(exchange, {
        actual: `${answerOf(exchange)} for a phone of another platform`,
        expected: 'what was ordered (policies.other-platform: serves)',
      })
}

function judgeRefusal(exchange: Exchange): Judgement {
  const { request, response } = exchange
  const { status = 0, headers = [] } = response ?? {}
  const expected = 'a refusal that its user can read (policies.other-platform: refuses)'
  const actual = `${answerOf(exchange)} for a phone of another platform`
  const isHead = request.method === 'HEAD'
  const isRefused = (status >= 400 && status < 500) || (status === 200 && isText(headers))
  if (hasClient(exchange) || !isRefused) return fail(exchange, { actual, expected })
  if (isHead || (response !== undefined && isReadable(response))) {
    return pass(exchange, `${answerOf(exchange)}: a refusal${isHead ? '' : ' with a text'}`)
  }
  return fail(exchange, { actual: `${actual} without a text to read`, expected })
}

/** It leads on, to where the phone did not go, or it does not know HEAD, which is for native/head-as-get to say. */
function saysNothing({ request, response }: Exchange): boolean {
  const { status = 0 } = response ?? {}
  return (
    (status >= 300 && status < 400) || (request.method === 'HEAD' && [405, 501].includes(status))
  )
}

function answerOf({ response }: Exchange): string {
  const type = headerValue(response?.headers ?? [], 'Content-Type') ?? 'no content type'
  return `status ${response?.status ?? 'none'} with ${escapeText(type, 60)}`
}
