import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import type { CheckContext, Judgement } from '../../check.ts'
import type { Exchange } from '../../../trace/events.ts'
import { isGiven } from '../../package-fetches.ts'
import { isClearRefusal, isUndecided, needsClock } from '../../ticket-openings.ts'
import { ticketPackages } from '../../ticket-packages.ts'

const late = (context: CheckContext) =>
  ticketPackages(context).filter(({ when }) => when === 'too late')

export default defineCheck({
  row: 'N53',
  level: 'field',
  clause: 'TICKET-LIFETIME',
  title: 'A package asked for after the end of its link is given as before or refused clearly',
  applies: (context) => late(context).length > 0,
  absent: 'no package was asked for after the end of the link that led to it',
  *judge(context) {
    for (const { exchange } of late(context)) {
      yield context.facts.target.clock ? judgeAnswer(exchange) : inconclusive(exchange, needsClock)
    }
  },
  explain: `A user reads the question of the phone, and agrees when the link has just ended; a download that was cut is taken up again a minute later. Whether the server still gives the package then is its own policy, but it must be one of the two: the whole package, or 404 or 410 so that the phone reports 907. Bind the package to the session of its descriptor, and give sessions an end of their own.`,
})

function judgeAnswer(exchange: Exchange): Judgement {
  const { status } = exchange.response ?? {}
  if (isGiven(exchange)) return pass(exchange, 'the package was given after the end')
  if (isClearRefusal(exchange)) return pass(exchange, `status ${status} after the end`)
  if (exchange.failure !== undefined) return inconclusive(exchange, 'the transfer was broken off')
  if (isUndecided(exchange)) return inconclusive(exchange, 'the server did not come to the package')
  return fail(exchange, {
    actual: `status ${status} for a package after the end of its link`,
    expected: 'the package, 404 or 410',
  })
}
