import { defineCheck, fail, pass } from '../../check.ts'
import type { PageEvidence } from '../../evidence.ts'

export default defineCheck({
  level: 'must',
  clause: 'HARNESS-PAGE-LEADS-ON',
  title: 'A page where a link leads has a link that the phone can follow',
  applies: ({ evidence }) => evidence.pages.length > 0,
  absent: 'no link led to a page',
  *judge({ evidence }) {
    for (const found of evidence.pages) {
      yield found.ways.length > 0
        ? pass(found, `leads to ${found.ways.length} other places`)
        : fail(found, { actual: whatIsThere(found), expected: 'a link that a phone can follow' })
    }
  },
  explain: `A user who opens a link and finds a page goes on by its links. The browser of a phone runs no script, or one of its own time, and a form asks for more than a user will type with twelve keys: put a plain link to the descriptor on the page, and use Basic authentication where a password is needed, which phones know.`,
})

function whatIsThere({ page }: PageEvidence): string {
  if (page === undefined) return 'page that cannot be read'
  if (page.asksPassword) return 'page that asks for a password'
  return page.scripts > 0 ? 'page without a link but by a script' : 'page without a link'
}
