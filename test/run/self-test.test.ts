/** Which cases are played, by whom, and what is made of them; lanes are tables here. */
import { describe, expect, it } from 'vitest'
import { HarnessFault } from '../../src/errors.ts'
import type { NamedFault } from '../../src/run/kill-matrix.ts'
import { selfTest } from '../../src/run/self-test.ts'
import type { Lane, SelfTestInput } from '../../src/run/self-test.ts'

const one: NamedFault = { id: 'one', value: { title: 'does one', breaks: ['a'] } }
const two: NamedFault = { id: 'two', value: { title: 'does two', breaks: ['b'] } }

/** Fault `one` shows in every tenth case, `two` in the last. Writes down what it is asked. */
function laneOf(cases: number, told: string[] = [], name = ''): Lane {
  const shows = (place: number): readonly string[] => [
    ...(place % 10 === 0 ? ['one'] : []),
    ...(place === cases - 1 ? ['two'] : []),
  ]
  const rangeOf = (places: readonly number[]) => `${places[0]}..${places.at(-1)}`
  return {
    async watch(places) {
      told.push(`${name}watch ${rangeOf(places)}`)
      return places.map((place) => ({
        report: {
          id: `case ${place}`,
          scenario: 's',
          title: 't',
          profile: 'p',
          link: '',
          verdict: 'pass',
          expected: {},
          expectationMet: true,
          findings: [],
          traceHash: `hash ${place}`,
          events: 1,
          virtualMs: 0,
        },
        shows: new Set(shows(place)),
      }))
    },
    async spoil(fault, places) {
      told.push(`${name}${fault} ${rangeOf(places)}`)
      return places.map((place) => ({
        verdict: place === 0 ? 'error' : 'pass',
        failed: [],
        traceHash: `${shows(place).includes(fault) ? fault : 'hash'} ${place}`,
      }))
    },
  }
}

function test(input: Partial<SelfTestInput> & Pick<SelfTestInput, 'lanes'>) {
  return selfTest({ faults: [one, two], checks: [], cases: 100, ...input })
}

describe('the self-test', () => {
  it('plays all cases without a fault, then each fault where it shows', async () => {
    const told: string[] = []
    const { rows } = await test({ lanes: [laneOf(100, told)] })
    expect(told).toEqual(['watch 0..39', 'watch 40..79', 'watch 80..99', 'one 0..90', 'two 99..99'])
    expect(rows.map(({ errors }) => errors)).toEqual([1, 0])
  })

  it('tells how far it has come: how much there is to do is known when it has watched', async () => {
    const told: string[] = []
    const onProgress: SelfTestInput['onProgress'] = (done, total, fault) =>
      told.push(`${done} of ${total} ${fault ?? '-'}`)
    await test({ lanes: [laneOf(100)], onProgress })
    expect(told).toEqual([
      '40 of 100 -',
      '80 of 100 -',
      '100 of 100 -',
      '10 of 11 one',
      '11 of 11 two',
    ])
  })

  it('has every lane take on the next part, and comes to the same with any number of them', async () => {
    const told: string[] = []
    const lanes = ['x ', 'y '].map((name) => laneOf(1000, told, name))
    const both = await test({ cases: 1000, lanes })
    expect(told.filter((line) => line.startsWith('x ')).length).toBeGreaterThan(10)
    expect(told.filter((line) => line.startsWith('y ')).length).toBeGreaterThan(10)
    expect(told.filter((line) => line.includes('one')).map((line) => line.slice(2))).toEqual([
      'one 0..390',
      'one 400..790',
      'one 800..990',
    ])
    expect(both).toEqual(await test({ cases: 1000, lanes: [laneOf(1000)] }))
  })

  it('plays a fault where it is told to', async () => {
    const told: string[] = []
    await test({
      lanes: [laneOf(100, told)],
      choose: ({ id }, watched) => (id === 'one' ? [0, 1, watched.length - 2] : []),
    })
    expect(told.slice(3)).toEqual(['one 0..98'])
  })

  it('ends where a fault changes a case in which nobody saw it', async () => {
    const blind: Lane = {
      ...laneOf(100),
      watch: async (places) =>
        (await laneOf(100).watch(places)).map((watched) => ({ ...watched, shows: new Set() })),
    }
    const everywhere = () => Array.from({ length: 100 }, (_, place) => place)
    await expect(test({ lanes: [blind], choose: everywhere })).rejects.toThrow(
      expect.objectContaining({
        name: HarnessFault.name,
        code: 'self-test/unseen',
        message: 'the fault one changes case 0 without being seen',
      }),
    )
    const { rows } = await test({ lanes: [laneOf(100)], choose: everywhere })
    expect(rows.map(({ fault }) => fault)).toEqual(['one', 'two'])
  })

  it('ends with what goes wrong in a lane', async () => {
    const broken: Lane = { ...laneOf(100), spoil: () => Promise.reject(new TypeError('no')) }
    await expect(test({ lanes: [laneOf(100), broken] })).rejects.toThrow(new TypeError('no'))
  })
})
