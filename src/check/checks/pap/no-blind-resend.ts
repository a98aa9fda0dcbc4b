import { defineCheck, fail, pass } from '../../check.ts'
import { isRefusedForGood, papPosts } from '../../pap-exchanges.ts'

export default defineCheck({
  level: 'should',
  clause: 'PAP-REFUSED',
  title: 'A push that is refused with 2xxx is not posted again as it is',
  applies: ({ evidence }) => papPosts(evidence).some(isRefusedForGood),
  absent: 'the push proxy gateway refused no push with 2xxx',
  *judge({ evidence }) {
    const posts = papPosts(evidence)
    for (const post of posts.filter(isRefusedForGood)) {
      const again = posts.find(
        ({ seq, key, asked }) => seq > post.seq && key === post.key && asked === post.asked,
      )
      if (again === undefined) yield pass(post, 'it was left at that')
      else {
        yield fail(again, {
          actual: `the same push after code ${post.answer?.code}`,
          expected: 'no further post',
          cause: post,
        })
      }
    }
  },
  explain: `Codes of 2000 and above say that something in the push is wrong: an address that nobody has, a time that has passed, an id that was used. The same push will be as wrong the next time. Tell whoever ordered it, or mend it and post it under another id.`,
})
