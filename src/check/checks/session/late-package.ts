import { type CheckContext, defineCheck, fail, inconclusive, pass } from '../../check.ts'
import type { Judgement } from '../../check.ts'
import type { Exchange } from '../../../trace/events.ts'
import {
  descriptorOf,
  findPlain,
  isGiven,
  isLate,
  isPlain,
  packageFetches,
  refusalOf,
} from '../../package-fetches.ts'
import type { Answered } from '../../package-fetches.ts'
import { movesClock } from '../../report-forms.ts'

const late = (context: CheckContext) =>
  packageFetches(context).filter((exchange) => isLate(context, exchange))

export default defineCheck({
  level: 'field',
  clause: 'RFC9110-NOT-FOUND',
  title: 'A package that is asked for days after its descriptor is that one, or gone',
  applies: (context) => late(context).length > 0,
  absent: 'no package was asked for days after its descriptor',
  *judge(context) {
    for (const exchange of late(context)) {
      if (movesClock(context)) yield* judgeAnswer(context, exchange)
      else
        yield inconclusive(
          exchange,
          'needs target clock: to this server it was not late (verbs.clock of the target file)',
        )
    }
  },
  explain: `Phones can keep a question to their user open for days, and some keep descriptors to install from later. A build that was published since then does not fit the size and the signature that the phone holds (904, 909); a session that has ended is no fault of the server, which phones report as 907 only after 404 or 410. Keep builds under URLs of their own as long as descriptors of them are about, or say that they are gone.`,
})

function* judgeAnswer(context: CheckContext, exchange: Exchange): Iterable<Judgement> {
  const status = exchange.response?.status
  const refusal = refusalOf(exchange)
  if (status === 404 || status === 410) {
    yield pass(exchange, `status ${status}: the package is gone`)
  } else if (refusal !== undefined) {
    yield findPlain(context) === undefined
      ? inconclusive(exchange, `blocked by package/available: ${refusal}`)
      : fail(exchange, { actual: `${refusal} days later`, expected: 'the package, 404 or 410' })
  } else if (isGiven(exchange) && exchange.response.status === 200) {
    yield judgeBuild(context, exchange)
  }
}

/** That a package is another one for being late is shown by one in time that is not. */
function judgeBuild(context: CheckContext, exchange: Answered): Judgement {
  const { length } = exchange.response.body
  if (isAsStated(context, exchange))
    return pass(exchange, `${length} octets, as the descriptor says`)
  const isStatedInTime = packageFetches(context).some(
    (other) => isGiven(other) && isPlain(context, other) && isAsStated(context, other),
  )
  if (!isStatedInTime) {
    return inconclusive(
      exchange,
      'blocked by package/length-equals-jar-size: none in time had the size of its descriptor',
    )
  }
  const descriptor = descriptorOf(context, exchange)
  return fail(exchange, {
    actual: `a package of ${length} octets days later`,
    expected: `the ${descriptor?.value('MIDlet-Jar-Size') ?? ''} octets of its descriptor, 404 or 410`,
    ...(descriptor && { cause: descriptor }),
  })
}

function isAsStated(context: CheckContext, exchange: Answered): boolean {
  const stated = descriptorOf(context, exchange)?.value('MIDlet-Jar-Size')
  return stated === String(exchange.response.body.length)
}
