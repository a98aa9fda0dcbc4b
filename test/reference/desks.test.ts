import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { home, number, openDesk } from './open-desk.ts'

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
