/** Whatever a target sends a phone of Symbian or Windows Mobile, its visit ends, nothing of ours breaks, and what was installed stays. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requestOctets } from '../../src/adapters/request-octets.ts'
import { emptyFlash } from '../../src/handset/flash.ts'
import type { Flash } from '../../src/handset/flash.ts'
import type { HttpRequest } from '../../src/handset/ports.ts'
import { behaviourOf } from '../../src/handset/platform.ts'
import type { Profile } from '../../src/profile/profile.ts'
import { labels, packClient, specsOf } from '../../src/reference/native/packages.ts'
import type { EventOf } from '../../src/trace/events.ts'
import { mutationsOf } from '../wire/mutations.ts'
import { compiled, deck, landing } from '../wire/page/page-samples.ts'
import { openHandset } from './handset-world.ts'
import type { LiteralAnswer } from './literal-http.ts'
import { otherSuite as suite } from './plain-suite.ts'
import { phone, trust } from './platforms/native-case.ts'

const before: Flash = { ...emptyFlash, suites: [suite], lastId: 1 }
const origin = 'http://ota.test'
const release = { major: 1, minor: 2, build: 0 }

const phones = [
  ['Symbian OS 9', phone('nokia-n95'), 'sisx', 'x-epoc/x-sisx-app'],
  ['Symbian OS 8', phone('nokia-6600'), 'sis', 'application/vnd.symbian.install'],
  ['a Pocket PC', phone('htc-wizard'), 'pocket-pc', 'application/vnd.ms-cab-compressed'],
  ['a Smartphone', phone('hp-ipaq-510'), 'smartphone', 'application/vnd.ms-cab-compressed'],
] as const

const answersMax = 60
type Serve = (request: HttpRequest) => LiteralAnswer

/** Opens a link, says yes to everything, goes where pages lead, and lets the phone rest. */
async function visit(profile: Profile, serve: Serve, link: string) {
  const world = openHandset({
    flash: before,
    profile,
    behaviour: behaviourOf(profile),
    capacityBytes: 50_000_000,
    trust: { ...trust, now: () => Date.parse('2008-06-01T00:00:00Z') },
    answer: (request) => {
      // What the adapter does before a request leaves: no request may be one that cannot be written.
      requestOctets(request)
      return serve(request)
    },
  })
  world.handset.powerOn()
  world.handset.send({ type: 'link.opened', url: link })
  await world.rest()
  let heard = 0
  for (let answered = 0; answered < answersMax; answered += 1) {
    const news = world.events.slice(heard)
    heard = world.events.length
    const asked = news.findLast((event) => event.type === 'prompt.shown')
    if (asked === undefined) break
    const page = news.findLast((event) => event.type === 'page.shown')
    await world.send({ type: 'user.answered', ...answerTo(asked, page) })
    await world.rest()
  }
  return world
}

function answerTo({ prompt }: EventOf<'prompt.shown'>, page: EventOf<'page.shown'> | undefined) {
  const chosen = page?.links[0]?.url
  if (prompt !== 'page') return { prompt, answer: 'accept' as const }
  return chosen === undefined
    ? { prompt, answer: 'refuse' as const }
    : { prompt, answer: 'accept' as const, chosen }
}

async function expectOrder(profile: Profile, serve: Serve, link = `${origin}/page`): Promise<void> {
  const { faults, handset, storage } = await visit(profile, serve, link)
  expect(faults).toEqual([])
  expect(handset.isBusy()).toBe(false)
  expect(storage.read().suites).toContainEqual(suite)
}

const answer = (type: string, body: Uint8Array): LiteralAnswer => ({
  status: 200,
  headers: [['Content-Type', type]],
  body,
})

const text = (words: string) => new TextEncoder().encode(words)

describe.each(phones)('to %s a target', (_, profile, kind, type) => {
  const good = packClient(kind, specsOf(release))
  const link = `${origin}/${labels[kind].name}`

  it('that sends its client has it installed beside what was there', async () => {
    const { storage } = await visit(profile, () => answer(type, good), link)
    expect(storage.read().suites.map(({ subject }) => subject.name)).toEqual([
      suite.subject.name,
      'Acme Client',
    ])
  })

  it('that sends a package with octets changed, cut out, doubled or put in leaves it in order', async () => {
    await fc.assert(
      fc.asyncProperty(mutationsOf([good]), (body) =>
        expectOrder(profile, () => answer(type, body), link),
      ),
      { numRuns: 100 },
    )
  })

  it('that sends a package that ends anywhere leaves it in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), (end) =>
        expectOrder(profile, () => answer(type, good.subarray(0, end)), link),
      ),
      { numRuns: 30 },
    )
  })

  it('that sends any page, by any name, leaves it in order', async () => {
    const kinds = fc.constantFrom(
      ['text/html', landing],
      ['application/vnd.wap.xhtml+xml', landing],
      ['text/vnd.wap.wml', deck],
      ['application/vnd.wap.wmlc', ''],
      ['text/html;charset=utf-7', landing],
      ['', landing],
    )
    const pages = kinds.chain(([named = '', sample = '']) =>
      fc.tuple(fc.constant(named), mutationsOf([sample === '' ? compiled : text(sample)])),
    )
    await fc.assert(
      fc.asyncProperty(pages, ([named, body]) => expectOrder(profile, () => answer(named, body))),
      { numRuns: 100 },
    )
  })

  it.each([
    ['one that goes on to itself', '<meta http-equiv=refresh content="0;url=/page">'],
    ['one that leads to itself', '<a href="/page">again</a>'],
    ['one that leads elsewhere each time', undefined],
    ['one of a mebibyte', '<p>and so on</p>'.repeat(70_000)],
    ['one of elements in elements', '<b>'.repeat(10_000)],
    ['one of a hundred thousand links', '<a href=/a>a</a>'.repeat(100_000)],
    ['one that leads out of the web', '<a href="file:///etc/passwd">a</a><a href="tel:1">b</a>'],
  ])('that sends pages without end, %s, leaves it in order', async (_name, page) => {
    let sent = 0
    await expectOrder(profile, () => {
      sent += 1
      return answer('text/html', text(page ?? `<meta http-equiv=refresh content="0;url=/${sent}">`))
    })
  })
})
