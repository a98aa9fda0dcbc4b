import { expect, test } from 'vitest'
import { rememberPages } from '../../src/adapters/remembered-pages.ts'
import type { PagePart, RenderedPage, ScriptedPage } from '../../src/handset/ports.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const part = (text: string, type = 'text/javascript'): PagePart => ({
  status: 200,
  headers: [
    ['Date', text],
    ['Content-Type', type],
  ],
  body: utf8(text),
})

/** A browser whose page asks for two things; what it shows is what came, and how often it was at work. */
function open() {
  let drawn = 0
  const browser = rememberPages({
    async render({ ask, url }) {
      drawn += 1
      const parts = [
        await ask({ method: 'GET', url: `${url}.js` }),
        await ask({ method: 'GET', url: `${url}.css` }),
      ]
      const text = parts.map((one) => new TextDecoder().decode(one?.body)).join(' ')
      return { kind: 'rendered', page: { ...empty, title: String(drawn), text } }
    },
  })
  return async (parts: readonly (PagePart | undefined)[], change: Partial<ScriptedPage> = {}) => {
    const asked: string[] = []
    const outcome = await browser.render({
      ...page,
      ...change,
      async ask({ url }) {
        asked.push(url.slice(-3))
        return parts[url.endsWith('.js') ? 0 : 1]
      },
    })
    const { title, text } = outcome.kind === 'rendered' ? outcome.page : empty
    return [title, text, asked.join(' ')]
  }
}

const empty: RenderedPage = {
  title: '',
  text: '',
  links: [],
  asksPassword: false,
  wentTo: undefined,
  unasked: [],
  screenshot: undefined,
}

const page: ScriptedPage = {
  url: 'http://ota.test/get',
  headers: [],
  octets: utf8('<p>'),
  charset: 'utf-8',
  userAgent: 'Phone/1.0',
  language: 'en',
  screen: { width: 176, height: 208 },
  now: 1_000,
  ask: async () => undefined,
}

const parts = [part('a'), part('b')]

test('a page that comes as it did before is not drawn again, and all that belongs to it is asked for', async () => {
  const see = open()
  expect([await see(parts), await see(parts, { now: 2_000 })]).toEqual([
    ['1', 'a b', '.js css'],
    ['1', 'a b', '.js css'],
  ])
})

test.each([
  [[part('c'), part('b')], 'c b'],
  [[part('a', 'text/plain'), part('b')], 'a b'],
  [[part('a'), undefined], 'a '],
  [[undefined, undefined], ' '],
])(
  'it is drawn again where a part is another, which is not asked for twice',
  async (other, text) => {
    const see = open()
    await see(parts)
    expect([await see(other), await see(other)]).toEqual([
      ['2', text, '.js css'],
      ['2', text, '.js css'],
    ])
  },
)

test.each([
  [{ octets: utf8('<b>') }],
  [{ url: 'http://ota.test/other' }],
  [{ userAgent: 'Phone/2.0' }],
  [{ language: 'de' }],
  [{ screen: { width: 240, height: 320 } }],
  [{ now: 86_400_000 }],
])('another page, phone or day is not the same: %j', async (change) => {
  const see = open()
  await see(parts)
  expect((await see(parts, change))[0]).toBe('2')
})

test('of many pages the last hundred are remembered', async () => {
  const see = open()
  for (let n = 0; n <= 100; n += 1) await see(parts, { userAgent: `Phone/${n}` })
  expect([
    (await see(parts, { userAgent: 'Phone/100' }))[0],
    (await see(parts, { userAgent: 'Phone/0' }))[0],
  ]).toEqual(['101', '102'])
})

test('what came to nothing is tried again', async () => {
  let tried = 0
  const browser = rememberPages({
    async render() {
      tried += 1
      return { kind: 'not rendered', why: 'broken-off', reason: 'too slow' }
    },
  })
  await browser.render(page)
  await browser.render(page)
  expect(tried).toBe(2)
})
