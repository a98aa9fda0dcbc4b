import { describe, expect, test } from 'vitest'
import { networkOfOne as network, number } from './network-of-one.ts'
import { textOf } from './phone-on-the-network.ts'
import { textTo } from './submit.ts'

describe('a message that waits', () => {
  test('for its hour comes then, and not before', () => {
    const { phone, text, until } = network()
    text('later', { deliverAt: 5000 })
    text('now')
    until(4999)
    expect(phone.taken.map(textOf)).toEqual(['now'])
    until(5000)
    expect(phone.taken.map(textOf)).toEqual(['now', 'later'])
  })

  test('for an hour beyond the longest validity does not come before it', () => {
    const { phone, text, until } = network({ validityMsMax: 1000 })
    text('later', { deliverAt: 2500 })
    until(2499)
    expect(phone.taken).toEqual([])
    until(2500)
    expect(phone.taken.map(textOf)).toEqual(['later'])
  })

  test('can be cancelled, once', () => {
    const { router, phone, states, text, until } = network()
    phone.answer = 'absent'
    text('one')
    until(0)
    expect([router.cancel('1'), router.cancel('1'), router.cancel('2')]).toEqual([
      true,
      false,
      false,
    ])
    phone.answer = 'taken'
    until(99_000)
    expect([states, phone.taken, router.waiting]).toEqual([['1 enroute 0', '1 deleted 0'], [], 0])
  })

  test('can be given another text and validity', () => {
    const { router, phone, line, states, text, until } = network()
    phone.answer = 'absent'
    text('one', { validUntil: 1000 })
    text('two')
    until(0)
    const { dataCoding, octets } = textTo('', 'new')
    expect([
      router.replace('1', { dataCoding, octets, validUntil: 3000, deliverAt: undefined }),
      router.replace('9', { dataCoding, octets, validUntil: undefined, deliverAt: undefined }),
      router.replace('2', {
        dataCoding,
        octets: new Uint8Array(99_999),
        validUntil: undefined,
        deliverAt: undefined,
      }),
    ]).toEqual([true, false, false])
    until(2000)
    phone.answer = 'taken'
    line.reachable()
    until(2000)
    expect(phone.taken.map(textOf)).toEqual(['new', 'two'])
    phone.answer = 'absent'
    text('three')
    until(2000)
    router.replace('3', { dataCoding, octets, validUntil: 2500, deliverAt: undefined })
    until(3000)
    expect(states.at(-1)).toBe('3 expired 2500')
  })

  test('gives way to one of the same sender that says so', () => {
    const { phone, line, states, text, until } = network()
    phone.answer = 'absent'
    text('one', { serviceType: 'a' })
    text('two', { serviceType: 'b' })
    text('three', { serviceType: 'a', replacesWaiting: true })
    text('four', { serviceType: 'c', replacesWaiting: true })
    phone.answer = 'taken'
    line.reachable()
    until(0)
    expect([phone.taken.map(textOf), states[0]]).toEqual([['two', 'three', 'four'], '1 deleted 0'])
  })
})

describe('the limits of the store', () => {
  test('are told to the sender', () => {
    const { phone, router, text, until } = network({ waitingMax: 3, waitingEachMax: 2 })
    phone.answer = 'absent'
    router.attach('1', phone)
    router.attach('2', phone)
    const others = ['1', '2'].map((to) => () => router.submit(textTo(to, 'hello')).kind)
    expect([
      text('one').kind,
      text('two').kind,
      text('three'),
      ...others.map((submit) => submit()),
    ]).toEqual([
      'accepted',
      'accepted',
      { kind: 'refused', cause: 'phone-queue-full' },
      'accepted',
      'refused',
    ])
    until(0)
    expect(router.submit(textTo('2', 'hello'))).toEqual({ kind: 'refused', cause: 'store-full' })
    expect(router.waitingFor(number).map(({ id }) => id)).toEqual(['1', '2'])
    expect(router.waitingFor('404')).toEqual([])
  })

  test('forget the oldest of the messages that ended', () => {
    const { router, text, until } = network({ endedMax: 2 })
    for (const word of ['one', 'two', 'three']) text(word)
    until(0)
    expect(['1', '2', '3'].map((id) => router.find(id)?.state)).toEqual([
      undefined,
      'delivered',
      'delivered',
    ])
  })
})
