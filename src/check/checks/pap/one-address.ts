import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { papPosts } from '../../pap-exchanges.ts'

export default defineCheck({
  level: 'field',
  clause: 'PAP-ONE-ADDRESS',
  title: 'A push is for one phone',
  applies: (context) => addressed(context).length > 0,
  absent: 'no push that can be read was posted to the push proxy gateway',
  *judge(context) {
    for (const { post, count } of addressed(context)) {
      if (count <= 1) yield pass(post, 'there was one address')
      else yield fail(post, { actual: `${count} addresses`, expected: 'one' })
    }
  },
  explain: `PAP lets a push have many addresses, and gateways differ in what they make of it: some answer 3005, Kannel sends to the last one only and says 1001. Links for installing should differ from phone to phone anyway. Post one push for each phone.`,
})

function addressed({ evidence }: CheckContext) {
  return papPosts(evidence).flatMap((post) => {
    const message = post.submission?.message
    return message?.kind === 'push-message' ? [{ post, count: message.addresses.length }] : []
  })
}
