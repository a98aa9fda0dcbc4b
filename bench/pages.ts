/** How long the first page of a process is read for, if it is a mebibyte: `node --max-old-space-size=64 pages.ts html`. Prints milliseconds. */
import { enableCompileCache } from 'node:module'

// As bin/ota.mjs does: modules are compiled once on a machine, and not by each process.
enableCompileCache()
const { readPage } = await import('../src/wire/page/read-page.ts')

const bytes = 1024 * 1024

/** The beginning, the end, and what is repeated between them until the page is as long as it should be. */
const forms = {
  html: [
    '<html><head><title>Downloads</title></head><body><table>',
    '</table></body></html>',
    `<tr class="row"><td width=40%><a href="/get.jsp?id=4711&amp;kind=jad" title='A game'>Game &amp; more<br>of it</a><td align=right>
     62&nbsp;KB, rated <b>four</b> of five by users of this phone<img src="/i/star.gif" alt="*">`,
  ],
  xhtml: [
    '<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Downloads</title></head><body>',
    '</body></html>',
    `<p class="row"><a href="/get.jsp?id=4711&amp;kind=jad" accesskey="1">Game &amp; more</a><br/>
     62&#160;KB, rated <b>four</b> of five by users of this phone<img src="/i/star.gif" alt="*"/></p>`,
  ],
  wml: [
    '<?xml version="1.0"?><wml><card id="main" title="Downloads">',
    '</card></wml>',
    `<p mode="wrap"><anchor title="Get">Game &amp; more<go href="/get.jsp?id=4711&amp;kind=jad" method="get"/></anchor><br/>
     62&#160;KB, rated <b>four</b> of five by users of this phone<img src="/i/star.wbmp" alt="*"/></p>`,
  ],
} as const

const { argv } = process
const kind = argv[2] === 'wml' || argv[2] === 'xhtml' ? argv[2] : 'html'
const [begin, end, piece] = forms[kind]
const times = Math.ceil((bytes - begin.length - end.length) / piece.length)
const page = new TextEncoder().encode(`${begin}${piece.repeat(times)}${end}`)

const began = performance.now()
const { links, furtherLinks } = readPage(page, kind)
const ms = performance.now() - began
const figures = { ms, links: links.length + furtherLinks, expected: times }
process.stdout.write(`${JSON.stringify(figures)}\n`)
