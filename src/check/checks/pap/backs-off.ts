import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { mayPass, papPosts } from '../../pap-exchanges.ts'
import type { PapPost } from '../../pap-exchanges.ts'

const pauseMs = 1000

export default defineCheck({
  row: 'W36',
  level: 'should',
  clause: 'PAP-UNAVAILABLE',
  title: 'A server waits before it posts again to a gateway that is busy',
  applies: (context) => putOff(context).length > 0,
  absent: 'the push proxy gateway never said that it is busy',
  *judge(context) {
    const posts = papPosts(context.evidence)
    for (const post of putOff(context)) {
      const next = posts.find(({ seq }) => seq > post.seq)
      const waited = next && next.at - post.at
      if (next === undefined || waited === undefined) yield pass(post, 'it posted no more')
      else if (waited >= pauseMs) yield pass(next, `it posted again after ${waited} ms`)
      else {
        yield fail(next, {
          actual: `a post ${waited} ms after code ${post.answer?.code}`,
          expected: `at least ${pauseMs} ms between them`,
          cause: post,
        })
      }
    }
  },
  explain: `Code 4001, or a server error of HTTP, says that the gateway cannot take pushes for now. A server that posts again at once makes it worse for itself and for everybody else on it. Wait for a minute, and longer each time.`,
})

function putOff({ evidence }: CheckContext): readonly PapPost[] {
  return papPosts(evidence).filter((post) => post.answer !== undefined && mayPass(post))
}
