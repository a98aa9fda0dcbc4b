import { defineCheck, fail, pass } from '../../check.ts'

export default defineCheck({
  level: 'should',
  clause: 'HARNESS-PAGE-WITHOUT-SCRIPT',
  title: 'A page with scripts has a link that is there without them',
  applies: ({ evidence }) => evidence.pages.some(hasScripts),
  absent: 'no link led to a page with scripts',
  *judge({ evidence }) {
    for (const found of evidence.pages.filter(hasScripts)) {
      const { ways } = found
      yield ways.length > 0
        ? pass(found, `leads to ${ways.length} other places without its scripts`)
        : fail(found, {
            actual: 'links only where scripts are run',
            expected: 'a link in the page as it is sent, such as one in noscript',
          })
    }
  },
  explain: `Many phones that a landing page is for run no scripts: a page that its script fills is an empty page there, and the user is at the end of the way. Put a plain link into the page as it is sent, to the descriptor or to a list of all packages, and let the script improve on it; a link in noscript is enough.`,
})

function hasScripts({
  page,
}: {
  readonly page: { readonly scripts: number } | undefined
}): boolean {
  return page !== undefined && page.scripts > 0
}
