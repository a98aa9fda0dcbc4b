import { describe, expect, it } from 'vitest'
import type { Received } from '../../src/handset/behaviour.ts'
import type { SlowTransfer } from '../../src/handset/slow-pace.ts'
import { body, open, order, settle, url } from './radio-world.ts'

const slow = { kind: 'slow', bytesPerSecond: 100 } as const
const network = { did: 'slowed the transfer down', reachedTarget: true }

/** The head of 100 octets and the body of 900 at 100 a second, and the round trip of 600 ms. */
const slowMs = 10_600

const came: Received = {
  kind: 'response',
  url,
  status: 200,
  headers: [['Content-Length', '900']],
  body,
}

describe('a slow transfer that the target feels', () => {
  it('comes as fast as the phone takes it, and takes its time once', async () => {
    const told: SlowTransfer[] = []
    const world = open(undefined, { feelsPace: true, onSlow: (one) => told.push(one) })
    world.strike(slow)
    expect(await world.carry()).toEqual(came)
    expect(world.clock.now()).toBe(slowMs)
    expect(world.exchanges()).toMatchObject([
      { startedAt: 0, at: slowMs, network, pace: { bytesPerSecond: 100, aheadBytesMax: 100 } },
    ])
    expect(told).toEqual([{ url, bytes: 900, bytesPerSecond: 100, ms: 9000 }])
    expect(world.inFlight.count).toBe(0)
  })

  it('is one exchange: the next is as fast as ever', async () => {
    const world = open(undefined, { feelsPace: true })
    world.strike(slow)
    await world.carry()
    await world.carry()
    expect(world.clock.now()).toBe(slowMs + 1600)
    expect(world.exchanges().map(({ pace }) => pace?.bytesPerSecond)).toEqual([100, undefined])
  })

  it('is broken off with the coverage, behind what the phone had taken', async () => {
    const world = open(undefined, { feelsPace: true })
    world.strike(slow)
    world.clock.setTimeout(() => world.radio.setCoverage(false), 4500)
    expect(await world.carry()).toEqual({
      kind: 'failure',
      url,
      cause: 'no-coverage',
      detail: 'coverage was lost',
      partial: { status: 200, headers: [['Content-Length', '900']], body: body.slice(0, 300) },
    })
    expect(world.clock.now()).toBe(4500)
    expect(world.exchanges()).toMatchObject([
      { failure: { cause: 'no-coverage', detail: 'coverage was lost' } },
    ])
    expect(world.inFlight.count).toBe(0)
  })

  it('is broken off by the phone', async () => {
    const world = open(undefined, { feelsPace: true })
    world.strike(slow)
    const { received, breakOff } = world.send(order)
    await settle()
    world.clock.step()
    await settle()
    breakOff()
    await settle()
    expect(await received).toMatchObject({ kind: 'failure', cause: 'cancelled' })
    expect(world.exchanges()).toMatchObject([
      { failure: { cause: 'cancelled' }, response: { status: 200 } },
    ])
    expect(world.clock.pending).toBe(0)
  })

  it('that is not answered is interrupted, as any other', async () => {
    const world = open(
      { failure: { cause: 'truncated', detail: 'so it was' } },
      { feelsPace: true },
    )
    world.strike(slow)
    expect(await world.carry()).toMatchObject({ kind: 'failure', cause: 'interrupted' })
    expect(world.exchanges()).toMatchObject([{ failure: { cause: 'truncated' } }])
  })

  it('is given up after eight minutes, and nobody is blamed', async () => {
    const answer = { status: 200, body: new Uint8Array(300_000) }
    const world = open(answer, { feelsPace: true })
    world.strike(slow)
    const detail = 'not over after slowMsMax, 480000 ms'
    expect(await world.carry()).toEqual({ kind: 'failure', url, cause: 'unreachable', detail })
    expect(world.exchanges()).toMatchObject([
      { failure: { cause: 'limit', detail }, pace: { bytesPerSecond: 500 } },
    ])
    expect(world.clock.now()).toBeLessThanOrEqual(480_600)
  })
})

describe('a slow transfer that the target does not feel', () => {
  it('takes as long by the clock of the phone, and says so', async () => {
    const world = open()
    world.strike(slow)
    expect(await world.carry()).toEqual(came)
    expect(world.http.requests).toMatchObject([{ method: 'GET' }])
    expect(world.http.requests[0]).not.toHaveProperty('pace')
    expect(world.clock.now()).toBe(slowMs)
    const [exchange] = world.exchanges()
    expect(exchange?.network).toEqual(network)
    expect(exchange?.pace).toEqual({ bytesPerSecond: 100 })
  })

  it('is no longer than eight minutes', async () => {
    const world = open({ status: 200, body: new Uint8Array(1_000_000) })
    world.strike(slow)
    expect(await world.carry()).toMatchObject({ kind: 'response', status: 200 })
    expect(world.clock.now()).toBe(480_600)
  })
})
