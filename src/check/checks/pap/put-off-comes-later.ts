import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { conversationEnd } from '../../conversation-time.ts'
import { mayPass, papPosts } from '../../pap-exchanges.ts'
import type { PapPost } from '../../pap-exchanges.ts'

/** A push that does not come again in this time is lost. */
const patienceMs = 300_000

export default defineCheck({
  level: 'should',
  clause: 'PAP-UNAVAILABLE',
  title: 'A push that a busy gateway did not take is posted again later',
  applies: (context) => putOff(context).length > 0,
  absent: 'the push proxy gateway never said that it is busy',
  *judge(context) {
    const posts = papPosts(context.evidence)
    const end = conversationEnd(context.evidence)
    for (const post of putOff(context)) {
      const again = posts.find(({ seq, key }) => seq > post.seq && key === post.key)
      if (again !== undefined) yield pass(again, 'the push came again')
      else if (end - post.at < patienceMs) {
        yield inconclusive(post, 'the trace ends before the push could come again')
      } else {
        yield fail(post, {
          actual: `no further post in ${end - post.at} ms`,
          expected: 'the same push again',
        })
      }
    }
  },
  explain: `A gateway that answers 4001 has not taken the push and will not remember it. A server that leaves it at that has lost it, and the user waits for a link that never comes. Keep the push and post it again under its id, until its own time is over.`,
})

function putOff({ evidence }: CheckContext): readonly PapPost[] {
  return papPosts(evidence).filter((post) => post.answer !== undefined && mayPass(post))
}
