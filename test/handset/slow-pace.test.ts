import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VirtualClock } from '../../src/adapters/clock-virtual.ts'
import { createInFlight } from '../../src/handset/in-flight.ts'
import { createSlowPace, slowRate } from '../../src/handset/slow-pace.ts'
import { settle } from './radio-world.ts'

describe('the rate of a slow transfer', () => {
  it.each([
    ['as wanted where that is soon enough', 2000, 300_000, 2000],
    ['as wanted up to seven and a half minutes', 2000, 900_000, 2000],
    ['faster where it would take longer', 2000, 1_800_000, 4000],
    ['at most five times as fast', 2000, 16_000_000, 10_000],
    ['as wanted where nothing comes', 2000, 0, 2000],
  ])('is %s', (_, wanted, bytes, rate) => {
    expect(slowRate(wanted, bytes)).toBe(rate)
  })
})

describe('a phone that takes its time', () => {
  function open(bytesPerSecond: number) {
    const clock = new VirtualClock()
    const inFlight = createInFlight()
    const begun: (readonly number[])[] = []
    const pace = createSlowPace(bytesPerSecond, {
      clock,
      inFlight,
      onBegin: (...told) => begun.push(told),
    })
    const runOut = async <T>(taken: Promise<T>): Promise<T> => {
      await settle()
      while (clock.step()) await settle()
      return taken
    }
    return { clock, inFlight, begun, pace, runOut }
  }

  it('waits as long as octets take, and is not in flight meanwhile', async () => {
    const { clock, inFlight, pace, runOut } = open(1000)
    const done = Promise.withResolvers<boolean>()
    void inFlight.track(done.promise)
    const taken = pace.take(1500)
    expect(inFlight.count).toBe(0)
    done.resolve(await runOut(taken))
    expect(inFlight.count).toBe(1)
    expect(clock.now()).toBe(1500)
    expect(pace.passedMs).toBe(1500)
  })

  it('makes up for fractions of a millisecond', async () => {
    const { clock, pace, runOut } = open(3000)
    for (let piece = 0; piece < 10; piece += 1) await runOut(pace.take(1))
    expect(clock.now()).toBe(3)
  })

  it('makes up for one second of silence, not for more', async () => {
    const { clock, pace, runOut } = open(1000)
    clock.setTimeout(() => {}, 60_000)
    clock.step()
    await runOut(pace.take(900))
    expect(clock.now()).toBe(60_000)
    await runOut(pace.take(900))
    expect(clock.now()).toBe(60_800)
  })

  it('says how long it will take once it knows', () => {
    const { begun, pace } = open(2000)
    pace.begin(undefined)
    pace.begin(9_000_000)
    expect(begun).toEqual([[480_000, 9_000_000, 10_000]])
  })

  it('takes nothing any more once it was broken off', async () => {
    const { clock, pace } = open(1000)
    const taken = pace.take(5000)
    pace.breakOff()
    expect(await taken).toBe(false)
    expect(await pace.take(1)).toBe(false)
    expect(clock.pending).toBe(0)
  })

  it('gives up after eight minutes', async () => {
    const { pace, runOut } = open(100)
    expect(await runOut(pace.take(48_000))).toBe(true)
    expect(pace.isGivenUp).toBe(false)
    expect(await runOut(pace.take(1))).toBe(false)
    expect(pace.isGivenUp).toBe(true)
  })

  it('takes as long in pieces of any size as at once', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 100, max: 10_000 }), async (pieces, rate) => {
        const { clock, pace, runOut } = open(rate)
        for (const bytes of pieces) await runOut(pace.take(bytes))
        const allMs = (pieces.reduce((sum, bytes) => sum + bytes, 0) * 1000) / rate
        expect(Math.abs(clock.now() - allMs)).toBeLessThanOrEqual(1)
      }),
      { numRuns: 50 },
    )
  })
})
