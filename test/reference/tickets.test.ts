import { describe, expect, it } from 'vitest'
import { ticketRules } from '../../src/reference/ticket-rules.ts'
import { openTickets } from '../../src/reference/tickets.ts'
import { offerNamed } from '../../src/reference/offers.ts'
import { attribute, talkTo } from './dialogue.ts'

const number = '+358401234567'
const day = 24 * 3_600_000

function order(app = 'demo') {
  const dialogue = talkTo()
  const issued = dialogue.reference.orderTicket({ number, app })
  if (issued === undefined) throw new TypeError(`no ticket for ${app}`)
  return { ...dialogue, ...issued }
}

describe('a ticket of the reference', () => {
  it('has a token of 128 bits and ends with its lifetime', () => {
    const { link, endsAt } = order()
    expect(link).toMatch(/^http:\/\/ota\.example\/tickets\/[0-9a-f]{32}\/demo\.jad$/)
    expect(endsAt).toBe(1_000_000 + day)
  })

  it('leads to a descriptor whose package lies in its folder', async () => {
    const { ask, link } = order()
    const { status, text } = await ask(link)
    expect(status).toBe(200)
    const packageUrl = attribute(text, 'MIDlet-Jar-URL')
    expect(packageUrl).toBe(link.replace('demo.jad', 'demo.jar?visit=v1'))
    const jar = await ask(packageUrl)
    expect(String(jar.octets.length)).toBe(attribute(text, 'MIDlet-Jar-Size'))
  })

  it('is good until its last millisecond and not after', async () => {
    const { ask, link, wait } = order()
    wait(day)
    expect((await ask(link)).status).toBe(200)
    wait(1)
    const { status, text } = await ask(link)
    expect([status, text]).toEqual([404, 'There is no such ticket.\n'])
  })

  it('lets a package come for an hour after the end whose descriptor came in time', async () => {
    const { ask, link, wait } = order()
    const packageUrl = attribute((await ask(link)).text, 'MIDlet-Jar-URL')
    wait(day + 3_600_000)
    expect((await ask(packageUrl)).status).toBe(200)
    expect((await ask(packageUrl.replace('v1', 'v2'))).status).toBe(404)
    expect((await ask(packageUrl.replace('?visit=v1', ''))).status).toBe(404)
    wait(1)
    expect((await ask(packageUrl)).status).toBe(404)
  })

  it('is answered as one that never was, before and after its end', async () => {
    const { ask, link } = order()
    const wrong = [
      link.replace(/.(?=\/demo)/, '_'),
      link.replace('demo.jad', 'other.jad'),
      link.replace('demo.jad', ''),
      `${link}/more`,
      link.replace(/[0-9a-f]{32}/, ''),
    ]
    const answers = await Promise.all(wrong.map(async (url) => (await ask(url)).text))
    expect(new Set(answers)).toEqual(new Set(['There is no such ticket.\n']))
  })

  it('is not used up by HEAD, nor by being opened', async () => {
    const { ask, link } = order()
    const statuses = [
      (await ask(link, { method: 'HEAD' })).status,
      (await ask(link)).status,
      (await ask(link)).status,
    ]
    expect(statuses).toEqual([200, 200, 200])
  })

  it('leads to builds of a suite and to those that ask for credentials', async () => {
    const updated = order('updated')
    expect(attribute((await updated.ask(updated.link)).text, 'MIDlet-Version')).toBe('1.1.0')
    const locked = order('protected')
    expect((await locked.ask(locked.link)).status).toBe(401)
  })

  it.each(['package', 'expired', 'moved', 'nothing', '__proto__'])(
    'is not made for %s, which leads to no descriptor and no client',
    (app) => {
      expect(talkTo().reference.orderTicket({ number, app })).toBeUndefined()
    },
  )
})

describe('a ticket whose order is cancelled', () => {
  it('is answered as one that never was: descriptor, package of an earlier visit, and all that follows', async () => {
    const { ask, link, wait, reference } = order()
    const packageUrl = attribute((await ask(link)).text, 'MIDlet-Jar-URL')
    expect(reference.cancelOrders({ link })).toBe(true)
    for (const url of [link, packageUrl]) {
      const { status, text } = await ask(url)
      expect([status, text]).toEqual([404, 'There is no such ticket.\n'])
    }
    wait(day + 1)
    expect((await ask(packageUrl)).status).toBe(404)
  })

  it('is known by its link alone, or by all that was ordered for a phone and a link', async () => {
    const { ask, link, reference } = order()
    const issue = (to: string, app: string) =>
      reference.orderTicket({ number: to, app })?.link ?? link
    const second = issue(number, 'demo')
    const others = [issue('+1234', 'demo'), issue(number, 'protected')]
    const statuses = async () =>
      (await Promise.all([link, second, ...others].map((url) => ask(url)))).map(
        ({ status }) => status,
      )
    reference.cancelOrders({ link })
    expect(await statuses()).toEqual([404, 200, 200, 401])
    reference.cancelOrders({ number: number.slice(1), app: 'demo' })
    expect(await statuses()).toEqual([404, 404, 200, 401])
  })

  it.each([
    [{ link: 'http://ota.example/tickets/00/demo.jad' }],
    [{ link: 'http://ota.example/demo.jad' }],
    [{ link: 'soon' }],
    [{ number: '+1234', app: 'demo' }],
    [{ number, app: 'client' }],
    [{ number, app: 'nothing' }],
  ])('is none that %j means', async (wish) => {
    const { ask, link, reference } = order()
    expect(reference.cancelOrders(wish)).toBe(false)
    expect((await ask(link)).status).toBe(200)
  })

  it('stays so when what was asked for before comes after it', () => {
    const tickets = openTickets({ ...ticketRules, lifetimeMs: day }, 'secret')
    const offer = offerNamed('demo')
    if (offer === undefined) throw new TypeError('no offer')
    const ticket = tickets.order({ number, offer }, 0)
    tickets.cancel(ticket)
    const opening = { at: 1, method: 'GET', file: 'demo.jad', userAgent: 'A', status: 200 }
    tickets.note(ticket, opening, new Request('http://ota.example/'))
    const now = tickets.find(ticket.token)
    expect([tickets.stateOf(now, 1), now?.openings]).toEqual(['cancelled', [opening]])
  })

  it('gives a native phone neither the client nor the rest of one that was begun', async () => {
    const agent = 'NokiaN73-1/4.0727.2.2.1 Series60/3.0 Profile/MIDP-2.0 Configuration/CLDC-1.1'
    const headers = { 'User-Agent': agent }
    const { ask, link, reference } = order('client')
    await ask(link, { headers })
    reference.cancelOrders({ number, app: 'client' })
    expect((await ask(link, { headers })).status).toBe(404)
    expect((await ask(link, { headers: { ...headers, Range: 'bytes=100-' } })).status).toBe(404)
  })
})

describe('the desk of tickets', () => {
  const desk = 'http://127.0.0.1:8080/admin/tickets'

  it('makes one and lists it, with who opened it when', async () => {
    const { ask } = talkTo()
    const made = await ask(desk, {
      method: 'POST',
      body: new URLSearchParams({ to: number, app: 'demo' }),
    })
    const link = made.headers.get('Location') ?? ''
    expect([made.status, made.text]).toEqual([201, `${link}\n`])
    await ask(link, { headers: { 'User-Agent': '<b>Phone & Co</b>' } })
    const { text, headers } = await ask(desk)
    expect(headers.get('Content-Type')).toBe('application/xhtml+xml')
    expect(text).toContain(
      [number, link, '1970-01-01T00:16:40.000Z', '1970-01-02T00:16:40.000Z', 'good']
        .map((cell) => `<td>${cell}</td>`)
        .join(''),
    )
    expect(text).toContain(
      '<p>1970-01-01T00:16:40.000Z GET demo.jad 200 &lt;b&gt;Phone &amp; Co&lt;/b&gt;</p>',
    )
  })

  it.each([
    [{ app: 'demo' }, 'to is the number of a phone, e.g. +358401234567 (+ is %2B in a form).\n'],
    [
      { to: '0', app: 'demo' },
      'to is the number of a phone, e.g. +358401234567 (+ is %2B in a form).\n',
    ],
    [
      { to: number, app: 'no' },
      'app is the name of a link that leads to a descriptor or a client.\n',
    ],
  ])('refuses the order %j', async (form, sentence) => {
    const answer = await talkTo().ask(desk, { method: 'POST', body: new URLSearchParams(form) })
    expect([answer.status, answer.text]).toEqual([400, sentence])
  })

  it('is there for those alone who sit at the machine', async () => {
    expect((await talkTo().ask('http://ota.example/admin/tickets')).status).toBe(404)
  })
})

describe('the book of tickets', () => {
  it('forgets the oldest of 10,000, and the first of 100 openings', () => {
    const tickets = openTickets({ ...ticketRules, lifetimeMs: 1 }, 'secret')
    const offer = offerNamed('demo')
    if (offer === undefined) throw new TypeError('no demo')
    const [first, ...others] = Array.from({ length: 10_001 }, () =>
      tickets.order({ number, offer }, 0),
    )
    const last = others.at(-1)
    if (first === undefined || last === undefined) throw new TypeError('none')
    expect(tickets.find(first.token)).toBeUndefined()
    for (let at = 0; at < 101; at += 1) {
      const ticket = tickets.find(last.token) ?? last
      const opening = { at, method: 'GET', file: 'demo.jad', userAgent: undefined, status: 200 }
      tickets.note(ticket, opening, new Request('http://ota.example/'))
    }
    const openings = tickets.find(last.token)?.openings ?? []
    expect([openings.length, openings[0]?.at]).toEqual([100, 1])
    expect(tickets.all.length).toBe(10_000)
  })
})

describe('a ticket for a client', () => {
  const agent = { 'User-Agent': 'NokiaN95/11.0.026; Series60/3.1 Profile/MIDP-2.0' }

  it('leads to the build for the phone that opens it, until its end', async () => {
    const { ask, link, wait } = order('client')
    expect(link).toMatch(/^http:\/\/ota\.example\/tickets\/[0-9a-f]{32}\/client$/)
    const { status, headers } = await ask(link, { headers: agent })
    expect([status, headers.get('Content-Type')]).toEqual([200, 'x-epoc/x-sisx-app'])
    wait(day)
    expect((await ask(link, { headers: agent })).status).toBe(200)
    wait(1)
    expect((await ask(link, { headers: agent })).status).toBe(404)
    expect((await ask(link.replace('/client', '/demo.jad'))).status).toBe(404)
  })

  it('begins an installation anew, and one that is there already is done', async () => {
    const { ask, reference } = order('client')
    expect(reference.statusOf('client')).toBe('waiting')
    const body = new URLSearchParams({ version: '1.2.0', number })
    reference.orderTicket({ number, app: 'client' })
    await ask('http://ota.example/contact', { method: 'POST', body })
    reference.orderTicket({ number, app: 'client' })
    expect(reference.statusOf('client')).toBe('installed')
    reference.orderTicket({ number: '+1234', app: 'client' })
    expect(reference.statusOf('client')).toBe('waiting')
  })
})

describe('a ticket for a native phone', () => {
  const agent = 'NokiaN73-1/4.0727.2.2.1 Series60/3.0 Profile/MIDP-2.0 Configuration/CLDC-1.1'
  const headers = { 'User-Agent': agent }
  const rest = { headers: { ...headers, Range: 'bytes=100-' } }

  it('leads to the client for the phone that asks', async () => {
    const { ask, link } = order('client')
    expect(link).toMatch(/\/tickets\/[0-9a-f]{32}\/client$/)
    const { status, octets } = await ask(link, { headers })
    expect([status, octets.length > 0]).toEqual([200, true])
    expect((await ask(link.replace('client', 'client-updated'), { headers })).status).toBe(404)
  })

  it('lets the rest of a client come for an hour after its end, and nothing that was not begun', async () => {
    const { ask, link, wait } = order('client')
    wait(day + 1)
    expect((await ask(link, rest)).status).toBe(404)
    const begun = order('client')
    await begun.ask(begun.link, { headers })
    begun.wait(day + 3_600_000)
    expect((await begun.ask(begun.link, rest)).status).toBe(206)
    expect((await begun.ask(begun.link, { headers })).status).toBe(404)
    begun.wait(1)
    expect((await begun.ask(begun.link, rest)).status).toBe(404)
  })

  it('is older once another was ordered for the same number', () => {
    const tickets = openTickets({ ...ticketRules, lifetimeMs: day }, 'secret')
    const offer = offerNamed('demo')
    if (offer === undefined) throw new TypeError('no offer')
    const first = tickets.order({ number, offer }, 0)
    const others = tickets.order({ number: '+358400000000', offer }, 0)
    expect([first, others].map((one) => tickets.isOlder(one))).toEqual([false, false])
    tickets.order({ number, offer }, 1)
    expect([first, others].map((one) => tickets.isOlder(one))).toEqual([true, false])
  })
})
