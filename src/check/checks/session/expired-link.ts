import { defineCheck, fail, inconclusive, type Judgement, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import type { Exchange } from '../../../trace/events.ts'

/** For each time the expired link was opened, the exchange in which it ended: redirects are followed. */
function answersToExpired({ evidence, facts }: CheckContext): readonly Exchange[] {
  const expired = facts.target.links?.find(([name]) => name === 'expired')?.[1]
  if (expired === undefined) return []
  const opened = evidence.all('link.opened')
  return opened.flatMap(({ seq, url }, index) => {
    const next = opened[index + 1]?.seq ?? Infinity
    const last = evidence.exchanges('descriptor').findLast((one) => one.seq > seq && one.seq < next)
    return url === expired && last !== undefined ? [last] : []
  })
}

export default defineCheck({
  row: 'S82',
  level: 'field',
  clause: 'RFC9110-NOT-FOUND',
  title: 'A link that has expired is answered 404 or 410',
  applies: (context) => answersToExpired(context).length > 0,
  absent: 'no link was opened that the target file says has expired',
  *judge(context) {
    for (const exchange of answersToExpired(context)) yield judgeAnswer(exchange)
  },
  explain: `A link from an old message is opened weeks later. After 404 or 410 the phone says that there is nothing, and its user asks for a new message. A page, an error of the server or an old descriptor whose package is gone look like a fault of the phone or of the network, are tried again and again, and are paid for each time. Keep expired tickets apart from unknown errors, and let neither fall through to a page for browsers.`,
})

function judgeAnswer(exchange: Exchange): Judgement {
  const { response } = exchange
  if (response === undefined) return inconclusive(exchange, 'the request got no answer')
  const { status } = response
  if (status === 404 || status === 410) {
    return pass(exchange, `the expired link was answered ${status}`)
  }
  if (status === 401 || status === 407 || status === 503) {
    return inconclusive(exchange, `the server answered ${status} before it looked for the link`)
  }
  return fail(exchange, {
    actual: `status ${status} for a link that has expired`,
    expected: '404 or 410',
  })
}
