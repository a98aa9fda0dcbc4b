/** A phone whose pages are shown by a browser, here one that does what each test says. */
import { describe, expect, test } from 'vitest'
import type {
  Browser,
  HttpRequest,
  PagePart,
  RenderedPage,
  RenderOutcome,
  ScriptedPage,
} from '../../src/handset/ports.ts'
import type { TraceEvent } from '../../src/trace/events.ts'
import { link, openHandset, serve } from './handset-world.ts'
import type { LiteralAnswer } from './literal-http.ts'
import { plainProfile } from './plain-profile.ts'

const page = 'http://ota.test/suites/get'

const empty: RenderedPage = {
  title: '',
  text: '',
  links: [],
  asksPassword: false,
  wentTo: undefined,
  unasked: [],
  screenshot: undefined,
}

const found: RenderedPage = { ...empty, title: 'Get', links: [{ href: link, text: 'Demo' }] }

function show(change: Partial<RenderedPage>): RenderOutcome {
  return { kind: 'rendered', page: { ...empty, ...change } }
}

function site(request: HttpRequest): LiteralAnswer {
  const { pathname } = new URL(request.url)
  if (pathname === '/suites/get') {
    const headers = [['Content-Type', 'text/html;charset=windows-1252']] as const
    return { status: 200, headers, body: new TextEncoder().encode('<script>go()</script>') }
  }
  if (pathname === '/moved.js') return { status: 302, headers: [['Location', 'real.js']] }
  if (pathname === '/round.js') return { status: 302, headers: [['Location', 'round.js']] }
  if (pathname.endsWith('.js')) return { status: 200, body: new Uint8Array(4_000) }
  return serve(request)
}

/** A phone that opened the page, and what its browser was given. */
async function openPage(render: (page: ScriptedPage) => Promise<RenderOutcome>) {
  const given: ScriptedPage[] = []
  const browser: Browser = {
    async render(one) {
      given.push(one)
      return render(one)
    },
  }
  const trust = { roots: [], now: () => 1_141_203_600_000 }
  const world = openHandset({
    answer: site,
    browser,
    trust,
    isAllowed: (url) => new URL(url).host === 'ota.test',
  })
  world.handset.powerOn()
  world.handset.send({ type: 'link.opened', url: page })
  return { ...world, given }
}

const kinds = (events: readonly TraceEvent[]) => events.map(({ type }) => type)

function settled(events: readonly TraceEvent[]) {
  return events.find((event) => event.type === 'install.settled')
}

describe('a page with scripts', () => {
  test('goes to the browser as it came, with what the phone says of itself', async () => {
    const { given, until } = await openPage(async () => show(found))
    await until('page.shown')
    expect(given.map(({ ask: _ask, ...rest }) => rest)).toEqual([
      {
        url: page,
        headers: [['Content-Type', 'text/html;charset=windows-1252']],
        octets: new TextEncoder().encode('<script>go()</script>'),
        charset: 'windows-1252',
        userAgent: plainProfile.userAgent,
        language: plainProfile.acceptLanguage,
        screen: plainProfile.screen ?? { width: 176, height: 208 },
        now: 1_141_203_600_000,
      },
    ])
  })

  test('leads on by what is seen then, and the installation is the phone’s own', async () => {
    const { events, handset, until } = await openPage(async () => show(found))
    await until('prompt.shown')
    handset.send({ type: 'user.answered', prompt: 'page', answer: 'accept', chosen: link })
    await until('descriptor.accepted')
    expect(kinds(events).slice(0, 10)).toEqual([
      'power.changed',
      'link.opened',
      'http.exchanged',
      'page.rendered',
      'page.shown',
      'prompt.shown',
      'page.left',
      'http.exchanged',
      'install.started',
      'descriptor.accepted',
    ])
    expect(events.find((event) => event.type === 'page.shown')).toMatchObject({
      title: 'Get',
      links: [{ url: link, text: 'Demo', installs: true }],
    })
  })

  test('that goes on by itself is followed by the phone', async () => {
    const { events, until } = await openPage(async () => show({ wentTo: `${link}#here` }))
    await until('descriptor.accepted')
    expect(events.find((event) => event.type === 'page.left')).toMatchObject({ to: link })
  })

  test.each([
    [show({}), 'the page shows no link'],
    [show({ asksPassword: true }), 'the page asks for a name and a password'],
    [show({ wentTo: page }), 'the page shows no link'],
    [show({ links: [{ href: 'javascript:go()', text: 'Go' }] }), 'the page shows no link'],
    [
      { kind: 'not rendered', why: 'broken-off', reason: 'it took too long' } as const,
      'it took too long',
    ],
    [
      { kind: 'not rendered', why: 'no-browser', reason: 'there is none' } as const,
      'there is none',
    ],
  ])('that leads nowhere is a dead end', async (outcome, reason) => {
    const { events, until } = await openPage(async () => outcome)
    await until('install.settled')
    expect(settled(events)).toMatchObject({ outcome: 'dead-end', reason })
  })

  test('is given up where its user stops the phone while it is shown', async () => {
    const asked = Promise.withResolvers<undefined>()
    const { events, handset, rest } = await openPage(async ({ ask }) => {
      await ask({ method: 'GET', url: 'http://ota.test/a.js' })
      asked.resolve(undefined)
      return show(found)
    })
    const playing = rest()
    await asked.promise
    handset.send({ type: 'user.cancelled' })
    await playing
    expect(kinds(events).filter((type) => type !== 'http.exchanged')).toEqual([
      'power.changed',
      'link.opened',
      'install.settled',
    ])
    expect(settled(events)).toMatchObject({ outcome: 'cancelled' })
  })

  test('is nobody’s where the battery goes', async () => {
    const { events, handset, until, rest } = await openPage(async ({ ask }) => {
      await ask({ method: 'GET', url: 'http://ota.test/a.js' })
      return show(found)
    })
    await until('http.exchanged')
    handset.powerOff()
    await rest()
    expect(kinds(events)).not.toContain('page.rendered')
  })
})

describe('what belongs to a page', () => {
  test('comes by the radio of the phone, with its headers, in its time, and is told by address', async () => {
    const parts: (PagePart | undefined)[] = []
    const { events, http, until } = await openPage(async ({ ask }) => {
      const urls = ['http://ota.test/b.js', 'http://ota.test/a.js']
      parts.push(...(await Promise.all(urls.map((url) => ask({ method: 'GET', url })))))
      const body = { contentType: 'text/plain', octets: new Uint8Array(2) }
      await ask({ method: 'POST', url: 'http://ota.test/c.js', body })
      return show(found)
    })
    await until('page.rendered')
    expect(parts.map((part) => part?.body.length)).toEqual([4_000, 4_000])
    const [asked] = http.requests.filter(({ method }) => method === 'POST')
    expect([asked?.body, asked?.headers.at(0), asked?.headers.at(-1)]).toEqual([
      new Uint8Array(2),
      ['User-Agent', plainProfile.userAgent],
      ['Content-Type', 'text/plain'],
    ])
    const told = events.flatMap((event) =>
      event.type === 'http.exchanged' ? [`${event.purpose} ${event.request.url}`] : [],
    )
    expect(told).toEqual([
      `descriptor ${page}`,
      'page-part http://ota.test/a.js',
      'page-part http://ota.test/b.js',
      'page-part http://ota.test/c.js',
    ])
    const rendered = events.find((event) => event.type === 'page.rendered')
    expect(rendered).toMatchObject({ asked: 3, bytes: 12_000, ways: 1 })
    const came = events.find((event) => event.type === 'http.exchanged')
    const { latencyMs, bytesPerSecond } = plainProfile.radio
    const least = 3 * latencyMs + (12_000 * 1000) / bytesPerSecond
    expect((rendered?.at ?? 0) - (came?.at ?? 0)).toBeGreaterThanOrEqual(least)
  })

  test('does not come from a host that the target does not name, and that is told', async () => {
    const parts: unknown[] = []
    const { events, http, until } = await openPage(async ({ ask }) => {
      parts.push(await ask({ method: 'GET', url: 'http://tracker.test/p.gif' }))
      return show(found)
    })
    await until('page.rendered')
    expect(parts).toEqual([undefined])
    expect(http.requests.map(({ url }) => url)).toEqual([page])
    expect(events.findLast((event) => event.type === 'http.exchanged')).toMatchObject({
      purpose: 'page-part',
      request: { url: 'http://tracker.test/p.gif' },
      failure: { cause: 'foreign-host' },
    })
  })

  test('is followed where it moved, and not round and round', async () => {
    const parts: (number | undefined)[] = []
    const { http, until } = await openPage(async ({ ask }) => {
      for (const name of ['moved', 'round']) {
        const part = await ask({ method: 'GET', url: `http://ota.test/${name}.js` })
        parts.push(part?.body.length)
      }
      return show(found)
    })
    await until('page.rendered')
    const round = http.requests.filter(({ url }) => url.endsWith('round.js'))
    expect([parts, round.length]).toEqual([[4_000, undefined], 6])
  })

  test('is asked for so many times, and what is beyond is told', async () => {
    const { events, http, until } = await openPage(async ({ ask }) => {
      for (let n = 0; n < 203; n += 1) await ask({ method: 'GET', url: `http://ota.test/${n}.css` })
      return show(found)
    })
    await until('page.rendered')
    expect(http.requests.length).toBe(201)
    expect(events.find((event) => event.type === 'page.rendered')).toMatchObject({
      asked: 200,
      unasked: ['http://ota.test/200.css', 'http://ota.test/201.css', 'http://ota.test/202.css'],
    })
  })
})
