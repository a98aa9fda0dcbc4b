import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { papPosts } from '../../pap-exchanges.ts'

const rules: ReadonlySet<string> = new Set(['date-form', 'dates-crossed'])

export default defineCheck({
  row: 'W34',
  level: 'must',
  clause: 'PAP-DATES',
  title: 'Timestamps of a push are in UTC, and it may be delivered after it becomes due',
  applies: (context) => dated(context).length > 0,
  absent: 'no push with a timestamp was posted to the push proxy gateway',
  *judge(context) {
    for (const post of dated(context)) {
      const wrong = post.submission?.deviations.find(({ rule }) => rules.has(rule))
      if (wrong === undefined) yield pass(post, 'the timestamps were dates in UTC, in their order')
      else {
        yield fail(post, {
          actual: `timestamp ${wrong.found}`,
          expected: 'YYYY-MM-DDThh:mm:ssZ, deliver-before after deliver-after',
        })
      }
    }
  },
  explain: `Gateways read deliver-before-timestamp and deliver-after-timestamp as UTC with seconds and a Z, and refuse what they cannot read. A local time without Z is taken for UTC by lenient ones: the push is given up hours too early or too late. Kannel answers 2001 where the end has passed.`,
})

function dated({ evidence }: CheckContext) {
  return papPosts(evidence).filter(({ submission }) => {
    const message = submission?.message
    return (
      message?.kind === 'push-message' &&
      (message.deliverBefore !== undefined || message.deliverAfter !== undefined)
    )
  })
}
