/** How long a page of a mebibyte is read for: `node --max-old-space-size=64 pages.ts ROUNDS`. Prints milliseconds of the slowest round. */
import type { PageKind } from '../src/wire/page/page.ts'
import { readPage } from '../src/wire/page/read-page.ts'

const rounds = Number(process.argv[2])
const bytes = 1024 * 1024

/** The beginning, the end, and what is repeated between them until the page is as long as it should be. */
const forms: readonly (readonly [PageKind, begin: string, end: string, piece: string])[] = [
  [
    'html',
    '<html><head><title>Downloads</title></head><body><table>',
    '</table></body></html>',
    `<tr class="row"><td width=40%><a href="/get.jsp?id=4711&amp;kind=jad" title='A game'>Game &amp; more<br>of it</a><td align=right>
     62&nbsp;KB, rated <b>four</b> of five by users of this phone<img src="/i/star.gif" alt="*">`,
  ],
  [
    'xhtml',
    '<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Downloads</title></head><body>',
    '</body></html>',
    `<p class="row"><a href="/get.jsp?id=4711&amp;kind=jad" accesskey="1">Game &amp; more</a><br/>
     62&#160;KB, rated <b>four</b> of five by users of this phone<img src="/i/star.gif" alt="*"/></p>`,
  ],
  [
    'wml',
    '<?xml version="1.0"?><wml><card id="main" title="Downloads">',
    '</card></wml>',
    `<p mode="wrap"><anchor title="Get">Game &amp; more<go href="/get.jsp?id=4711&amp;kind=jad" method="get"/></anchor><br/>
     62&#160;KB, rated <b>four</b> of five by users of this phone<img src="/i/star.wbmp" alt="*"/></p>`,
  ],
]

function makePage(begin: string, end: string, piece: string): Uint8Array {
  const times = Math.ceil((bytes - begin.length - end.length) / piece.length)
  return new TextEncoder().encode(`${begin}${piece.repeat(times)}${end}`)
}

const figures = Object.fromEntries(
  forms.map(([kind, ...parts]) => {
    const page = makePage(...parts)
    const times = Array.from({ length: rounds }, () => {
      const began = performance.now()
      const { links, furtherLinks } = readPage(page, kind)
      if (links.length + furtherLinks < 3000) throw new Error(`${kind}: too few links`)
      return performance.now() - began
    })
    return [kind, times]
  }),
)
process.stdout.write(`${JSON.stringify(figures)}\n`)
