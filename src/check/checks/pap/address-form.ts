import { defineCheck, fail, pass } from '../../check.ts'
import { papPosts } from '../../pap-exchanges.ts'

const rules: ReadonlySet<string> = new Set(['address-form', 'missing-address'])

export default defineCheck({
  row: 'W33',
  level: 'must',
  clause: 'PAP-ADDRESS',
  title: 'A push names its phone as WAPPUSH= number /TYPE=PLMN @ gateway',
  applies: ({ evidence }) => papPosts(evidence).some(({ pushId }) => pushId !== undefined),
  absent: 'no push that can be read was posted to the push proxy gateway',
  *judge({ evidence }) {
    for (const post of papPosts(evidence)) {
      const wrong = post.submission?.deviations.find(({ rule }) => rules.has(rule))
      if (wrong === undefined) yield pass(post, 'the address was one of a client')
      else {
        yield fail(post, {
          actual: wrong.rule === 'missing-address' ? 'no address' : wrong.found,
          expected: 'WAPPUSH=+358401234567/TYPE=PLMN@ppg.example',
        })
      }
    }
  },
  explain: `A gateway looks for WAPPUSH=, then the number with its plus sign and country code, then /TYPE=PLMN and its own domain. Kannel answers 2000 to an address with a slash in front, and never ends with one that lacks WAPPUSH=. Write the whole form, with the number in international digits.`,
})
