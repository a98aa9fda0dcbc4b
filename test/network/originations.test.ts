import { describe, expect, test } from 'vitest'
import { networkOfOne as network } from './network-of-one.ts'

describe('a text that a phone sends', () => {
  const origination = {
    from: { ton: 1, npi: 1, value: '358401234567' },
    to: '12345',
    dataCoding: 0,
    elements: [],
    octets: new Uint8Array(),
  }

  test('goes to the first who serves the number', () => {
    const { router, facts } = network()
    const heard: string[] = []
    const receive = (name: string, serves: boolean) =>
      router.receive(({ to }) => {
        heard.push(`${name} ${to}`)
        return serves
      })
    receive('a', false)
    const leave = receive('b', true)
    receive('c', true)
    expect(router.originate(origination)).toBe(true)
    leave()
    leave()
    expect(router.originate(origination)).toBe(true)
    expect(heard).toEqual(['a 12345', 'b 12345', 'a 12345', 'c 12345'])
    expect(facts.map(({ what }) => what)).toEqual(['origination.taken', 'origination.taken'])
  })

  test('is left when nobody serves it', () => {
    const { router, facts } = network()
    expect([router.originate(origination), facts.map(({ what }) => what)]).toEqual([
      false,
      ['origination.unserved'],
    ])
  })
})
