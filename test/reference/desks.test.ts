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

  test('says what is wrong with an order, and what became of it', async () => {
    const ask = openDesk({ push: async () => refused('bind status 13') })
    const order = (form: Readonly<Record<string, string>>) => ask('/admin/push', form)
    expect(await order({ to: 'me' })).toBe('400 to is the number of a phone, e.g. +358401234567.')
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

test.each(['/admin/push', '/admin/clock'])(
  '%s is for those who sit at the machine',
  async (path) => {
    const ask = openDesk()
    expect(await ask(path, {}, { host: 'http://ota.example' })).toBe('404 There is nothing here.')
    expect(await ask(path, {}, { method: 'GET' })).toBe('405 Only POST can be used here.')
  },
)
