import { defineCheck, fail, pass } from '../../check.ts'
import { isAccepted, papPosts } from '../../pap-exchanges.ts'

export default defineCheck({
  row: 'W31',
  level: 'must',
  clause: 'PAP-PUSH-ID',
  title: 'Each push has an id of its own',
  applies: ({ evidence }) => papPosts(evidence).some(({ pushId }) => pushId !== undefined),
  absent: 'no push that can be read was posted to the push proxy gateway',
  *judge({ evidence }) {
    const posts = papPosts(evidence)
    for (const [index, post] of posts.entries()) {
      if (post.pushId === undefined) continue
      const earlier = posts
        .slice(0, index)
        .find((one) => one.pushId === post.pushId && !(one.key === post.key && !isAccepted(one)))
      if (post.pushId !== '' && earlier === undefined) yield pass(post, 'the push-id was new')
      else {
        yield fail(post, {
          actual: post.pushId === '' ? 'no push-id' : 'the push-id of an earlier push',
          expected: 'a push-id that no other push has',
          ...(earlier && { cause: earlier }),
        })
      }
    }
  },
  explain: `The push-id is all by which a gateway tells one push from another: it answers 2007 to one that it knows, and cancels, queries and notifications name no more than it. Make one for each push, from a counter or by lot, with a domain of your own behind it.`,
})
