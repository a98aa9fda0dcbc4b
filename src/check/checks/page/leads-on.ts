import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import type { PageEvidence } from '../../evidence.ts'

export default defineCheck({
  level: 'must',
  clause: 'HARNESS-PAGE-LEADS-ON',
  title: 'A page where a link leads has a link that the phone can follow',
  applies: ({ evidence }) => evidence.pages.length > 0,
  absent: 'no link led to a page',
  *judge({ evidence }) {
    for (const found of evidence.pages) {
      const ways = waysOn(found)
      if (ways > 0) yield pass(found, `leads to ${ways} other places`)
      else if (found.rendering?.type === 'page.unrendered') {
        yield inconclusive(
          found,
          `what its scripts make of it was not seen: ${found.rendering.reason}`,
        )
      } else {
        yield fail(found, {
          actual: whatIsThere(found),
          expected: 'a link that a phone can follow',
        })
      }
    }
  },
  explain: `A user who opens a link and finds a page goes on by its links. The browser of a phone runs no script, or one of its own time (unless the target file says that pages are opened in a browser that does), and a form asks for more than a user will type with twelve keys: put a plain link to the descriptor on the page, and use Basic authentication where a password is needed, which phones know.`,
})

/** As the phone showed it: with what scripts added and took away, where they were run. */
function waysOn({ ways, rendering }: PageEvidence): number {
  return rendering?.type === 'page.rendered' ? rendering.ways : ways.length
}

function whatIsThere({ page, rendering }: PageEvidence): string {
  if (page === undefined) return 'page that cannot be read'
  if (page.asksPassword) return 'page that asks for a password'
  if (rendering?.type === 'page.rendered') return 'page without a link after its scripts have run'
  return page.scripts > 0 ? 'page without a link but by a script' : 'page without a link'
}
