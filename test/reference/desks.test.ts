import fc from 'fast-check'
import { getResponse } from 'msw'
import { describe, expect, test } from 'vitest'
import { noteArrival } from '../../src/reference/arrival.ts'
import type { DeskOrder, Outside } from '../../src/reference/desk.ts'
import { refused } from '../../src/reference/push/order.ts'
import { createReference } from '../../src/reference/reference.ts'

const home = 'http://127.0.0.1:8080'
const number = '+358401234567'

function openDesk(outside?: Outside) {
  const at = Date.parse('2006-03-01T09:00:00.000Z')
  const { handlers } = createReference({
    origin: home,
    now: () => at,
    ticketLifetimeMs: 600_000,
    ...(outside === undefined ? {} : { outside }),
  })
  return async (
    path: string,
    form: Readonly<Record<string, string>>,
    { method = 'POST', host = home } = {},
  ) => {
    const body = method === 'POST' ? { body: new URLSearchParams(form).toString() } : {}
    const request = new Request(`${host}${path}`, { method, ...body })
    const arrival = noteArrival(request, { form: 'origin', version: '1.1', ordinal: 1 })
    const response = await getResponse(handlers, arrival)
    return `${response?.status} ${await response?.text()}`.trimEnd()
  }
}

/** A desk whose orders are kept. */
function keepOrders() {
  const orders: DeskOrder[] = []
  const ask = openDesk({
    async push(order) {
      orders.push(order)
      return { kind: 'handed in' }
    },
  })
  return { orders, order: (form: Readonly<Record<string, string>>) => ask('/admin/push', form) }
}

describe('the desk of pushes', () => {
  test('hands an order to the operator, by the bearer that is asked for', async () => {
    const { orders, order } = keepOrders()
    expect(await order({ to: number, bearer: 'ppg' })).toBe('202 It is on its way.')
    expect(orders).toEqual([
      {
        from: '16400',
        to: number,
        bearer: 'ppg',
        validForMs: undefined,
        draft: {
          kind: 'si',
          indication: {
            href: `${home}/demo.jad`,
            siId: 'demo',
            created: '2006-03-01T09:00:00Z',
            action: 'signal-medium',
            text: 'Install the demo',
            info: [],
          },
        },
      },
    ])
  })

  test('makes a ticket where one is wanted, and names and dates the indication by it', async () => {
    const { orders, order } = keepOrders()
    await order({ to: number, ticket: 'true' })
    await order({ to: number, ticket: 'true', kind: 'text' })
    const [first, second] = orders.map(({ draft }) => draft)
    expect(first).toMatchObject({
      kind: 'si',
      indication: {
        href: expect.stringMatching(/^http:\/\/127\.0\.0\.1:8080\/tickets\/[\w-]+\/demo\.jad$/),
        created: '2006-03-01T09:00:00Z',
        expires: '2006-03-01T09:10:00Z',
      },
    })
    expect(first?.kind === 'si' && first.indication.siId).not.toBe('demo')
    expect(second).toEqual({
      kind: 'text',
      text: expect.stringMatching(
        /^Install: http:\/\/127\.0\.0\.1:8080\/tickets\/[\w-]+\/demo\.jad$/,
      ),
    })
  })

  test.each([
    ['again', 'si'],
    ['take-back', 'si'],
    ['forget', 'co'],
    ['manage', 'notification'],
  ])('sends what is asked for: %s', async (what, kind) => {
    const { orders, order } = keepOrders()
    await order({ to: number, what, bearer: '' })
    expect(orders.map(({ draft, bearer }) => [draft.kind, bearer])).toEqual([[kind, undefined]])
  })

  test('offers a client in a plain text, and says an offer as it is told to', async () => {
    const { orders, order } = keepOrders()
    await order({ to: number, app: 'client' })
    await order({ to: number, app: 'client', kind: 'si' })
    await order({ to: number, kind: 'sl' })
    await order({ to: number, kind: 'text', what: 'again' })
    await order({ to: number, app: 'client', what: 'take-back', kind: '' })
    await order({ to: number, app: 'client', ticket: 'true' })
    expect(orders.map(({ draft }) => draft)).toEqual([
      { kind: 'text', text: `Install: ${home}/client` },
      { kind: 'si', indication: expect.objectContaining({ href: `${home}/client` }) },
      { kind: 'sl', loading: { href: `${home}/demo.jad`, action: 'execute-low' } },
      { kind: 'text', text: `Install: ${home}/demo.jad` },
      { kind: 'si', indication: expect.objectContaining({ action: 'delete' }) },
      {
        kind: 'text',
        text: expect.stringMatching(/^Install: \S+\/tickets\/[0-9a-f]{32}\/client$/),
      },
    ])
  })

  test.each([
    [{ kind: 'wap' }, 'kind is one of si, sl, text.'],
    [
      { kind: 'text', what: 'take-back' },
      'kind is said of an offer: leave what away, or let it be offer or again.',
    ],
    [{ ticket: 'yes' }, 'ticket is true or false.'],
    [
      { ticket: 'true', what: 'again' },
      'ticket is made for an offer: leave what away, or let it be offer.',
    ],
    [
      { ticket: 'true', app: 'page' },
      'app is the name of a link that leads to a descriptor or a client.',
    ],
  ])('refuses %j', async (form, sentence) => {
    const { orders, order } = keepOrders()
    expect(await order({ to: number, ...form })).toBe(`400 ${sentence}`)
    expect(orders).toEqual([])
  })

  test('says what is wrong with an order, and what became of it', async () => {
    const ask = openDesk({ push: async () => refused('bind status 13') })
    const order = (form: Readonly<Record<string, string>>) => ask('/admin/push', form)
    expect(await order({ to: 'me' })).toBe(
      '400 to is the number of a phone, e.g. +358401234567 (+ is %2B in a form).',
    )
    expect(await order({ to: number, what: 'all' })).toBe(
      '400 what is one of offer, again, take-back, forget, manage.',
    )
    expect(await order({ to: number, app: 'none' })).toBe('400 app is the name of a link.')
    expect(await order({ to: number })).toBe('502 It was refused: bind status 13.')
    expect(await openDesk()('/admin/push', { to: number })).toBe(
      '503 This server knows no network to push to.',
    )
  })
})

describe('the desk of the clock', () => {
  test('sets it', async () => {
    const set: number[] = []
    const ask = openDesk({ setClock: (instant) => set.push(instant) })
    const instant = '2006-03-01T10:00:00.000Z'
    expect(await ask('/admin/clock', { instant })).toBe(`200 It is ${instant}.`)
    expect(set).toEqual([Date.parse(instant)])
    expect(await ask('/admin/clock', { instant: 'noon' })).toBe(
      '400 instant is a date, e.g. 2006-03-01T09:00:00Z.',
    )
    expect(await openDesk()('/admin/clock', { instant })).toBe(
      '503 The clock of this server cannot be set.',
    )
  })
})

describe('the desk of cancelling', () => {
  test('ends an order by its link, or those of a phone, and shows it', async () => {
    const ask = openDesk()
    const linkOf = async (to: string) => (await ask('/admin/tickets', { to })).replace(/^201 /, '')
    const [first, second] = [await linkOf(number), await linkOf('+1234')]
    const get = (url: string) => ask(new URL(url).pathname, {}, { method: 'GET' })
    expect(await ask('/admin/cancel', { link: first })).toBe('200 It is cancelled.')
    expect(await get(first)).toBe('404 There is no such ticket.')
    expect(await get(second)).toMatch(/^200 MIDlet-Name/)
    expect(await ask('/admin/cancel', { to: '+1234', app: 'demo', link: '' })).toBe(
      '200 It is cancelled.',
    )
    expect(await get(second)).toBe('404 There is no such ticket.')
    const list = await ask('/admin/tickets', {}, { method: 'GET' })
    expect(list.match(/<td>(?:good|cancelled)<\/td>/g)).toEqual([
      '<td>cancelled</td>',
      '<td>cancelled</td>',
    ])
  })

  test.each([
    [{}, '400 to is the number of a phone, e.g. +358401234567 (+ is %2B in a form).'],
    [{ to: 'me' }, '400 to is the number of a phone, e.g. +358401234567 (+ is %2B in a form).'],
    [{ to: number }, '404 There is no such order.'],
    [{ link: `${home}/tickets/0/demo.jad`, to: number }, '404 There is no such order.'],
  ])('says what is wrong with %j', async (form, answer) => {
    expect(await openDesk()('/admin/cancel', form)).toBe(answer)
  })
})

describe('the desk of publishing', () => {
  test.each([
    ['demo', 'demo.jad', /MIDlet-Version: 1\.0\.0/, /MIDlet-Version: 1\.1\.0/],
    ['', 'demo.jad', /MIDlet-Version: 1\.0\.0/, /MIDlet-Version: 1\.1\.0/],
  ])('has the link %j lead to the newer version', async (app, path, before, after) => {
    const ask = openDesk()
    const get = () => ask(`/${path}`, {}, { method: 'GET' })
    expect(await get()).toMatch(before)
    expect(await ask('/admin/publish', { app })).toBe('200 demo leads to the newer version.')
    expect(await get()).toMatch(after)
  })

  test('knows newer versions of the demo suite and the client alone', async () => {
    const ask = openDesk()
    expect(await ask('/admin/publish', { app: 'client' })).toBe(
      '200 client leads to the newer version.',
    )
    for (const app of ['signed', 'no', '__proto__']) {
      expect(await ask('/admin/publish', { app })).toBe('400 app is demo, or client.')
    }
  })
})

describe('the desk of forgetting', () => {
  test('forgets tickets, publications and installations, and makes no link twice', async () => {
    const ask = openDesk()
    const get = (path: string) => ask(path, {}, { method: 'GET' })
    const linkOf = async () => (await ask('/admin/tickets', { to: number })).replace(/^201 /, '')
    const before = await linkOf()
    await ask('/contact', { version: '1.2.0', number })
    await ask('/admin/tickets', { to: number, app: 'client' })
    await ask('/admin/publish', {})
    expect(await get('/admin/status')).toBe('200 installed')
    expect(await ask('/admin/reset', {})).toBe('200 It is as it was at first.')
    expect(await get('/admin/status')).toBe('200 waiting for the download')
    expect(await get('/demo.jad')).toMatch(/MIDlet-Version: 1\.0\.0/)
    expect(await get('/admin/tickets')).toContain('<p>0 tickets')
    const after = await linkOf()
    expect(after).not.toBe(before)
    expect(await get(new URL(before).pathname)).toBe('404 There is no such ticket.')
  })
})

describe('the desk of what is shown', () => {
  test('knows the names of links', async () => {
    const ask = openDesk()
    const get = (query: string) => ask(`/admin/status${query}`, {}, { method: 'GET' })
    for (const query of ['', '?app=', '?app=demo', '?app=client-updated']) {
      expect(await get(query)).toBe('200 waiting for the download')
    }
    expect(await get('?app=none')).toBe('400 app is the name of a link.')
    expect(await get('?app=__proto__')).toBe('400 app is the name of a link.')
  })
})

test('a page shows every desk with its form', async () => {
  const page = await openDesk()('/admin', {}, { method: 'GET' })
  expect(page).toContain('<html xmlns="http://www.w3.org/1999/xhtml">')
  expect(page.match(/<h2>[^<]+<\/h2>/g)).toEqual([
    '<h2>POST /admin/push</h2>',
    '<h2>POST /admin/tickets</h2>',
    '<h2>POST /admin/cancel</h2>',
    '<h2>POST /admin/publish</h2>',
    '<h2>GET /admin/status</h2>',
    '<h2>POST /admin/clock</h2>',
    '<h2>POST /admin/reset</h2>',
  ])
  expect(page).toContain('<form action="/admin/cancel" method="post">')
  expect(page).toContain(
    '<select name="kind"><option></option><option>si</option><option>sl</option>',
  )
})

test.each(['push', 'clock', 'cancel', 'publish', 'reset'])(
  'the desk %s is for those who sit at the machine',
  async (name) => {
    const ask = openDesk()
    const path = `/admin/${name}`
    expect(await ask(path, {}, { host: 'http://ota.example' })).toBe('404 There is nothing here.')
    expect(await ask(path, {}, { method: 'GET' })).toBe('405 Only POST can be used here.')
  },
)

test.each(['', '/tickets', '/status'])('so is the page /admin%s', async (path) => {
  const ask = openDesk()
  const asGuest = { host: 'http://ota.example', method: 'GET' }
  expect(await ask(`/admin${path}`, {}, asGuest)).toBe('404 There is nothing here.')
})

test('whatever a form holds, the desk says what it did or what is wrong', async () => {
  const names = ['to', 'app', 'what', 'kind', 'ticket', 'bearer', 'link', 'instant', 'x']
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      number,
      'client',
      'text',
      'true',
      '__proto__',
      'constructor',
      'http://[',
      '2006',
    ),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('push', 'tickets', 'cancel', 'publish', 'clock', 'reset'),
      fc.dictionary(fc.constantFrom(...names), value),
      async (desk, form) => {
        const answer = await openDesk({
          push: async () => ({ kind: 'handed in' }),
          setClock: () => undefined,
        })(`/admin/${desk}`, form)
        expect(answer).toMatch(/^(?:200|201|202|400|404) \S/)
      },
    ),
    { numRuns: 300 },
  )
})
