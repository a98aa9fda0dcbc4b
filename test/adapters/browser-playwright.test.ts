/** Pages in a real browser. Where there is none, nothing of it is tried, and the reason is said. */
import { afterAll, describe, expect, test } from 'vitest'
import { createBrowser } from '../../src/adapters/browser-playwright.ts'
import type { RunningBrowser } from '../../src/adapters/browser-playwright.ts'
import { findChromium, usualSearch } from '../../src/adapters/find-chromium.ts'
import type { PagePart, PartRequest, RenderOutcome } from '../../src/handset/ports.ts'
import { hasChromium, withoutChromium } from './chromium.ts'

const patience = 120_000
const url = 'http://ota.test/down/get'

const browser = createBrowser({ find: () => findChromium(usualSearch()) })
/** For pages that never come to an end. */
const hasty = createBrowser({
  find: () => findChromium(usualSearch()),
  limits: { renderMsMax: 1_500, screenshotBytesMax: 10 },
})

afterAll(() => Promise.all([browser.close(), hasty.close()]))

const utf8 = (text: string) => new TextEncoder().encode(text)

interface Asked {
  readonly outcome: RenderOutcome
  readonly asked: readonly string[]
}

/** @param parts by path; what is not there is refused */
async function open(
  html: string,
  parts: Readonly<Record<string, PagePart>> = {},
  where: RunningBrowser = browser,
): Promise<Asked> {
  const asked: string[] = []
  const outcome = await where.render({
    url,
    headers: [['Content-Type', 'application/vnd.wap.xhtml+xml']],
    octets: utf8(html),
    charset: 'utf-8',
    userAgent: 'Phone/1.0',
    language: 'de, en;q=0.5',
    screen: { width: 176, height: 208 },
    now: Date.UTC(2006, 2, 1, 9),
    async ask({ method, url: part, body }: PartRequest) {
      asked.push(`${method} ${part}${body === undefined ? '' : ` ${body.octets.length}`}`)
      return parts[new URL(part).pathname]
    },
  })
  return { outcome, asked: asked.toSorted() }
}

async function see(html: string, parts?: Readonly<Record<string, PagePart>>) {
  const { outcome, asked } = await open(html, parts)
  if (outcome.kind !== 'rendered') throw new TypeError(outcome.reason)
  return { ...outcome.page, asked }
}

const script = (text: string): PagePart => ({
  status: 200,
  headers: [['Content-Type', 'text/javascript']],
  body: utf8(text),
})

const late = `<title>Démo</title><p id=p>Wait<script src="/s.js"></script>`
const lateScript = `window.setTimeout(function () {
  p.innerHTML = '<a href=demo.jad>Get it</a> ' +
    [navigator.userAgent, screen.width, innerHeight, navigator.language, new Date().getFullYear()].join(' ')
}, 9000)`

describe.skipIf(!hasChromium)(`a page in a browser${withoutChromium}`, () => {
  test(
    'is what its scripts made of it within ten seconds of its own time, for the phone that asks',
    async () => {
      const seen = await see(late, { '/s.js': script(lateScript) })
      expect({ ...seen, screenshot: undefined }).toEqual({
        title: 'Démo',
        text: 'Get it Phone/1.0 176 208 de 2006',
        links: [{ href: 'http://ota.test/down/demo.jad', text: 'Get it' }],
        asksPassword: false,
        wentTo: undefined,
        unasked: [],
        screenshot: undefined,
        asked: ['GET http://ota.test/s.js'],
      })
      const { screenshot = new Uint8Array() } = seen
      const size = new DataView(screenshot.buffer)
      expect([size.getUint32(16), size.getUint32(20)]).toEqual([176, 208])
    },
    patience,
  )

  test(
    'shows the links that can be seen, whatever its scripts did to the ways of looking',
    async () => {
      const { links, asksPassword } =
        await see(`<a href=a><img alt=A src=></a><a href=b hidden>B</a>
        <p style="visibility:hidden"><a href=c>C</a></p><a name=d>D</a><input type=password>
        <form name=querySelectorAll></form><script>JSON.stringify = () => 1; Array.prototype.flatMap = () => []</script>`)
      expect([links, asksPassword]).toEqual([[{ href: 'http://ota.test/down/a', text: 'A' }], true])
    },
    patience,
  )

  test.each([
    ['at once', `<script>location.replace('next')</script>`],
    [
      'after a while',
      `<p>Wait<script>window.setTimeout(() => { location = 'next' }, 3000)</script>`,
    ],
    ['as its head says', `<meta http-equiv=refresh content="5;url=next"><p>Wait`],
  ])(
    'that goes on elsewhere %s does not get there by itself',
    async (_, html) => {
      const { wentTo, asked } = await see(html)
      expect([wentTo, asked]).toEqual(['http://ota.test/down/next', []])
    },
    patience,
  )

  test(
    'has no way to the net but that of the phone',
    async () => {
      const { title, unasked, asked } = await see(`<script>
        document.title = typeof RTCPeerConnection
        new WebSocket('ws://127.0.0.1:1/')
        open('/window')
        fetch('http://tracker.test/a').catch(() => 0)
        fetch('/b', { method: 'POST', body: 'two' })
        fetch('/c', { method: 'DELETE' }).catch(() => 0)
      </script><img src="//tracker.test/d.png"><iframe src="frame.html"></iframe>`)
      expect([title, unasked.toSorted(), asked]).toEqual([
        'undefined',
        ['http://ota.test/c', 'http://ota.test/window', 'ws://127.0.0.1:1/'],
        [
          'GET http://ota.test/down/frame.html',
          'GET http://tracker.test/a',
          'GET http://tracker.test/d.png',
          'POST http://ota.test/b 3',
        ],
      ])
    },
    patience,
  )

  test(
    'that asks without end is taken as it is',
    async () => {
      const { links, asked } = await see(`<a href=a>A</a><script>
        let n = 0
        ;(function more() { fetch('/' + n++).catch(() => 0).finally(more) })()</script>`)
      expect([links.length, asked.length]).toEqual([1, 300])
    },
    patience,
  )

  test.each([
    ['while it loads', '<script>for (;;);</script>'],
    ['later', '<p>A<script>window.setTimeout(() => { for (;;); }, 500)</script>'],
  ])(
    'whose script never ends %s is broken off at a named limit, and the next is shown',
    async (_, html) => {
      expect((await open(html, {}, hasty)).outcome).toEqual({
        kind: 'not rendered',
        why: 'broken-off',
        reason: 'the page did not come to an end within renderMsMax = 1500 ms',
      })
      expect((await see('<title>Next</title>')).title).toBe('Next')
    },
    patience,
  )

  test(
    'that was started beforehand serves all pages, and ends without any',
    async () => {
      let looks = 0
      const find = () => {
        looks += 1
        return findChromium(usualSearch())
      }
      const early = createBrowser({ find })
      early.start()
      const pages = await Promise.all(['<p>A', '<p>B'].map((html) => open(html, {}, early)))
      expect([looks, ...pages.map(({ outcome }) => outcome.kind)]).toEqual([
        1,
        'rendered',
        'rendered',
      ])
      await early.close()
      const unused = createBrowser({ find })
      unused.start()
      await unused.close()
      expect((await open('<p>A', {}, unused)).outcome).toMatchObject({ why: 'broken-off' })
    },
    patience,
  )

  test(
    'that cannot be had any more is not waited for',
    async () => {
      const closed = createBrowser({ find: () => findChromium(usualSearch()) })
      await closed.close()
      expect((await open('<p>A', {}, closed)).outcome).toEqual({
        kind: 'not rendered',
        why: 'broken-off',
        reason: 'the browser is closed',
      })
    },
    patience,
  )
})

test('without a browser the reason is told, and what helps', async () => {
  const none = createBrowser({
    find: async () => ({ kind: 'missing', reason: 'there is none', hint: 'Install one.' }),
  })
  expect([await none.whyNone(), (await open('<p>A', {}, none)).outcome]).toEqual([
    'there is none. Install one.',
    { kind: 'not rendered', why: 'no-browser', reason: 'there is none. Install one.' },
  ])
  await none.close()
})

test('a program that is no browser is told as it failed', async () => {
  const executable = '/bin/false'
  const none = createBrowser({ find: async () => ({ kind: 'found', executable }) })
  none.start()
  const { outcome } = await open('<p>A', {}, none)
  expect(outcome).toMatchObject({ kind: 'not rendered', why: 'no-browser' })
  expect(outcome.kind === 'not rendered' && outcome.reason).toMatch(
    /^\/bin\/false does not start: /,
  )
  await none.close()
})
