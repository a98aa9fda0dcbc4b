import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { papPosts } from '../../pap-exchanges.ts'

export default defineCheck({
  level: 'should',
  clause: 'PAP-REPEATED-ID',
  title: 'A push whose answer was lost is posted again under its id',
  applies: (context) => repeats(context).length > 0,
  absent: 'no push was posted again after its answer was lost',
  *judge(context) {
    for (const { post, again } of repeats(context)) {
      if (again.pushId === post.pushId) yield pass(again, 'the push-id was the same')
      else {
        yield fail(again, {
          actual: `push-id ${again.pushId}`,
          expected: `${post.pushId}, as before`,
          cause: post,
        })
      }
    }
  },
  explain: `When a connection breaks before the answer has come, the gateway may have the push. Under the same id it says so with 2007, and the user gets one message; under another id he gets two. Keep the id with the push, and take 2007 for success where an answer was lost before.`,
})

function repeats({ evidence }: CheckContext) {
  const posts = papPosts(evidence)
  return posts.flatMap((post) => {
    if (post.answer !== undefined) return []
    const again = posts.find(
      ({ seq, key, asked }) => seq > post.seq && key === post.key && asked === post.asked,
    )
    return again === undefined ? [] : [{ post, again }]
  })
}
