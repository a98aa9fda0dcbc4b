import { describe, expect, test } from 'vitest'
import { decodeDeliver } from '../../src/wire/sms/deliver.ts'
import { networkOfOne as network, number } from './network-of-one.ts'
import { phoneOnTheNetwork, textOf } from './phone-on-the-network.ts'
import { textTo } from './submit.ts'

describe('a message', () => {
  test('comes to the phone that has the number, however it is written, stamped with the time it was sent', () => {
    const { router, phone, states, until } = network()
    until(61_000)
    const outcome = router.submit(textTo('00358-401234567', 'hello'), ({ state, final }) =>
      states.push(`${state} ${final}`),
    )
    expect([outcome, phone.taken, states]).toEqual([{ kind: 'accepted', id: '1' }, [], []])
    until(61_000)
    expect(phone.taken.map((message) => ({ ...message, payload: textOf(message) }))).toEqual([
      { id: '1', bearer: 'smsc', from: '3581234', to: '358401234567', payload: 'hello' },
    ])
    const [message] = phone.taken
    const tpdu = message?.payload.kind === 'sms' ? message.payload.tpdu : new Uint8Array()
    expect(decodeDeliver(tpdu)).toMatchObject({
      from: { ton: 1, npi: 1, value: '3581234' },
      moreMessages: false,
      sentAt: { year: 6, month: 3, day: 1, hour: 9, minute: 1, second: 1, quarterHours: 0 },
    })
    expect(states).toEqual(['delivered true'])
    expect(router.find('1')).toMatchObject({ state: 'delivered', endedAt: 61_000 })
    expect(router.waiting).toBe(0)
  })

  test('too long for one goes in segments with a reference of their own', () => {
    const { phone, text, until } = network()
    text('a'.repeat(200))
    text('b'.repeat(200))
    until(0)
    const headers = phone.taken.map(({ payload }) =>
      payload.kind === 'sms' ? decodeDeliver(payload.tpdu).header : undefined,
    )
    const part = (reference: number, sequence: number) => [
      { kind: 'concatenation', referenceBits: 8, reference, total: 2, sequence },
    ]
    expect(headers).toEqual([part(1, 1), part(1, 2), part(2, 1), part(2, 2)])
    expect(phone.taken.map(({ id }) => id)).toEqual(['1', '1', '2', '2'])
  })

  test('that its sender cut goes as it is', () => {
    const { phone, text, until } = network()
    text('b', {
      elements: [
        { kind: 'concatenation', referenceBits: 16, reference: 500, total: 9, sequence: 9 },
      ],
    })
    until(0)
    expect(phone.taken.map(textOf)).toEqual(['b'])
  })

  test('by datagram goes to the port that its elements name', () => {
    const { phone, text, until } = network()
    const ports = { kind: 'ports', portBits: 16, destination: 2949, source: 9201 } as const
    const octets = Uint8Array.of(1, 6)
    text('', { carrier: 'datagram', octets, elements: [ports] })
    text('', { carrier: 'datagram', octets })
    until(0)
    expect(phone.taken.map(({ payload }) => payload)).toEqual([
      { kind: 'datagram', destination: 2949, source: 9201, octets },
      { kind: 'datagram', destination: 2948, source: 9200, octets },
    ])
  })

  test('is refused for a number that nobody has, and for more than 255 segments', () => {
    const { submit, text, facts, router } = network()
    expect([
      submit(textTo('358409999999', 'hello')),
      text('', { dataCoding: 4, octets: new Uint8Array(40_000) }),
      router.waiting,
    ]).toEqual([
      { kind: 'refused', cause: 'unknown-number' },
      { kind: 'refused', cause: 'too-long' },
      0,
    ])
    expect(facts.map(({ what, detail }) => [what, detail])).toEqual([
      ['message.refused', 'for 358409999999: unknown-number'],
      ['message.refused', `for ${number}: too-long`],
    ])
  })
})

describe('a phone that is off or uncovered', () => {
  test('gets what waited when it is reachable again, in order', () => {
    const { phone, line, states, text, until } = network()
    phone.answer = 'absent'
    text('one')
    text('two')
    until(5000)
    phone.answer = 'taken'
    until(6000)
    expect(phone.taken).toEqual([])
    line.reachable()
    text('three')
    until(6000)
    expect(phone.taken.map(textOf)).toEqual(['one', 'two', 'three'])
    expect(states).toEqual([
      '1 enroute 0',
      '2 enroute 0',
      '1 delivered 6000',
      '2 delivered 6000',
      '3 delivered 6000',
    ])
  })

  test('gets the segments that are left where its coverage ended between two', () => {
    const { phone, line, text, until } = network()
    const whole = phone.take
    let left = 1
    phone.take = (message) => {
      left -= 1
      return left < 0 ? 'absent' : whole(message)
    }
    text('c'.repeat(400))
    until(1000)
    expect(phone.taken).toHaveLength(1)
    phone.take = whole
    line.reachable()
    until(1000)
    expect(phone.taken.map(textOf)).toEqual(['c'.repeat(153), 'c'.repeat(153), 'c'.repeat(94)])
  })

  test('does not get what expired meanwhile', () => {
    const { phone, line, states, text, until } = network({ validityMsMax: 10_000 })
    phone.answer = 'full'
    text('short', { validUntil: 2000 })
    text('long')
    text('longest', { validUntil: 99_000 })
    until(20_000)
    phone.answer = 'taken'
    line.reachable()
    until(20_000)
    expect([phone.taken, states.slice(3)]).toEqual([
      [],
      ['1 expired 2000', '2 expired 10000', '3 expired 10000'],
    ])
  })

  test('gets a message that expires at the very instant it is reachable', () => {
    const { phone, line, text, until } = network()
    phone.answer = 'absent'
    text('late', { validUntil: 2000 })
    until(1999)
    phone.answer = 'taken'
    line.reachable()
    until(2000)
    expect(phone.taken.map(textOf)).toEqual(['late'])
  })

  test('gets nothing more after it refused, and nothing once its number is gone', () => {
    const { phone, line, states, submit, text, until } = network()
    phone.answer = 'refused'
    text('one')
    until(0)
    phone.answer = 'absent'
    text('two')
    until(0)
    line.detach()
    expect([states, submit(textTo(number, 'three'))]).toEqual([
      ['1 undeliverable 0', '2 enroute 0', '2 undeliverable 0'],
      { kind: 'refused', cause: 'unknown-number' },
    ])
  })

  test('keeps its messages when another phone takes its number', () => {
    const { router, phone, line, text, until } = network()
    phone.answer = 'absent'
    text('one')
    until(0)
    const next = phoneOnTheNetwork()
    router.attach(number, next)
    line.detach()
    until(0)
    expect([phone.taken, next.taken.map(textOf)]).toEqual([[], ['one']])
  })
})
