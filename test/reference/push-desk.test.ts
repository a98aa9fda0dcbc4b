import { describe, expect, test } from 'vitest'
import type { DeskOrder } from '../../src/reference/desk.ts'
import { refused } from '../../src/reference/push/order.ts'
import { home, number, openDesk } from './open-desk.ts'

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
