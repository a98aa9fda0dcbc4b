import { conversationEnd } from '../../conversation-time.ts'
import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import { mayPass, papPosts } from '../../pap-exchanges.ts'
import type { PapPost } from '../../pap-exchanges.ts'

const patienceMs = 300_000
const accepted = 202

/** Taken, as HTTP has it, and not taken, as PAP has it. */
function isContradicted(post: PapPost): boolean {
  return post.answer?.status === accepted && post.answer.code !== undefined && mayPass(post)
}

export default defineCheck({
  row: 'W32',
  level: 'must',
  clause: 'PAP-CODE-COUNTS',
  title: 'A push that the gateway did not take is not taken for sent because HTTP said 202',
  applies: ({ evidence }) => papPosts(evidence).some(isContradicted),
  absent: 'no push was answered 202 with a code that says to come again',
  *judge({ evidence }) {
    const posts = papPosts(evidence)
    const end = conversationEnd(evidence)
    for (const post of posts.filter(isContradicted)) {
      const code = post.answer?.code
      const again = posts.find(({ seq, key }) => seq > post.seq && key === post.key)
      if (again !== undefined) yield pass(again, `it came again after code ${code}`)
      else if (end - post.at < patienceMs) {
        yield inconclusive(post, 'the trace ends before the push could come again')
      } else {
        yield fail(post, {
          actual: `no further post after 202 with code ${code}`,
          expected: 'the same push again',
        })
      }
    }
  },
  explain: `A gateway answers 202 to every request that it could read, also to one that it refuses: the code in the document says which, 1001 for a push that it will try to deliver, 4001 for one that has to come again. A server that looks at the status of HTTP alone shows the order as sent, and the user waits. Read the document, and go by its code.`,
})
