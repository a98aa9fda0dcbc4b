import { defineCheck, fail, pass } from '../../check.ts'
import { papPosts } from '../../pap-exchanges.ts'
import type { PapPost } from '../../pap-exchanges.ts'

const rules: ReadonlySet<string> = new Set(['related-type', 'part-type', 'missing-content'])

export default defineCheck({
  row: 'W30',
  level: 'must',
  clause: 'PAP-MULTIPART',
  title: 'A push is multipart/related of XML: the control entity first, then typed content',
  applies: ({ evidence }) => papPosts(evidence).length > 0,
  absent: 'nothing was posted to the push proxy gateway',
  *judge({ evidence }) {
    for (const post of papPosts(evidence)) {
      const actual = problemOf(post)
      if (actual === undefined) yield pass(post, 'control entity and content were there')
      else {
        yield fail(post, {
          actual,
          expected: 'multipart/related; type="application/xml" with a control entity and content',
        })
      }
    }
  },
  explain: `Gateways find the control entity by its place and by the type parameter of multipart/related, which has no default. Kannel answers 2000 to another content type, and its gateway process ends where there is no boundary. Write boundary and type, the control entity as application/xml, and a Content-Type for the second part.`,
})

function problemOf({ submission, problem }: PapPost): string | undefined {
  const deviation = submission?.deviations.find(({ rule }) => rules.has(rule))
  return problem ?? (deviation && `${deviation.rule}: ${deviation.found}`)
}
