import { describe, expect, it } from 'vitest'
import { body, open, order, settle, url, wholeMs } from './radio-world.ts'

describe('an exchange', () => {
  it('takes the round trip and the time of its octets', async () => {
    const world = open()
    expect(await world.carry()).toEqual({
      kind: 'response',
      url,
      status: 200,
      headers: [['Content-Length', '900']],
      body,
    })
    expect(world.clock.now()).toBe(wholeMs)
    expect(world.exchanges()).toMatchObject([
      {
        seq: 0,
        at: wholeMs,
        startedAt: 0,
        purpose: 'package',
        actor: 'radio',
        measured: { ms: 1 },
      },
    ])
  })

  it('tells of credentials and probes', async () => {
    const world = open()
    await world.carry({ credentials: 'wrong', probe: 'missing-package' })
    expect(world.exchanges()).toMatchObject([{ credentials: 'wrong', probe: 'missing-package' }])
  })

  it.each([
    ['refused', 'unreachable'],
    ['dns', 'unreachable'],
    ['tls', 'unreachable'],
    ['malformed', 'unreachable'],
    ['limit', 'unreachable'],
    ['reset', 'interrupted'],
    ['timeout', 'interrupted'],
    ['truncated', 'interrupted'],
  ] as const)('that fails by %s is %s to the phone', async (cause, meaning) => {
    const world = open({ failure: { cause, detail: 'so it was' } })
    expect(await world.carry()).toEqual({
      kind: 'failure',
      url,
      cause: meaning,
      detail: 'so it was',
    })
    expect(world.clock.now()).toBe(600)
    expect(world.exchanges()).toMatchObject([{ failure: { cause, detail: 'so it was' } }])
  })
})

describe('a request that never leaves the phone', () => {
  it('is one to a foreign host', async () => {
    const world = open()
    const request = { ...order.request, url: 'http://elsewhere.test/x' }
    const detail = 'the target does not name elsewhere.test; the phone does not contact it'
    expect(await world.carry({ request })).toEqual({
      kind: 'failure',
      url: 'http://elsewhere.test/x',
      cause: 'unreachable',
      detail,
    })
    expect(world.http.requests).toEqual([])
    expect(world.exchanges()).toMatchObject([
      { at: 0, failure: { cause: 'foreign-host', detail }, request: { head: new Uint8Array(0) } },
    ])
  })

  it('is one without coverage', async () => {
    const world = open()
    world.radio.setCoverage(false)
    expect(await world.carry()).toEqual({
      kind: 'failure',
      url,
      cause: 'no-coverage',
      detail: 'no coverage',
    })
    expect(world.http.requests).toEqual([])
    world.radio.setCoverage(true)
    expect(await world.carry()).toMatchObject({ kind: 'response', status: 200 })
  })

  it('is not counted for interference', async () => {
    const world = open()
    world.strike({ kind: 'lose response' })
    world.radio.setCoverage(false)
    await world.carry()
    world.radio.setCoverage(true)
    expect(await world.carry()).toMatchObject({ kind: 'failure', cause: 'interrupted' })
  })
})

describe('a transfer under way', () => {
  it('breaks off when coverage is lost', async () => {
    const world = open()
    world.clock.setTimeout(() => world.radio.setCoverage(false), 700)
    expect(await world.carry()).toEqual({
      kind: 'failure',
      url,
      cause: 'no-coverage',
      detail: 'coverage was lost',
    })
    expect(world.exchanges()).toMatchObject([
      {
        at: 700,
        response: { status: 200 },
        failure: { cause: 'no-coverage' },
        network: { did: 'coverage was lost', reachedTarget: true },
      },
    ])
    expect(world.radio.covered).toBe(false)
  })

  it('leaves what had come by then, at the speed of the radio', async () => {
    const world = open()
    world.clock.setTimeout(() => world.radio.setCoverage(false), 1000)
    expect(await world.carry()).toMatchObject({
      kind: 'failure',
      partial: { status: 200, body: body.slice(0, 300) },
    })
  })

  it('breaks off when the phone aborts it', async () => {
    const world = open()
    const { received, breakOff } = world.send(order)
    await settle()
    breakOff()
    expect(await received).toMatchObject({ kind: 'failure', cause: 'cancelled' })
    expect(world.exchanges()).toMatchObject([{ at: 0, failure: { cause: 'cancelled' } }])
    expect(world.clock.pending).toBe(0)
  })

  it('breaks off when the phone aborted it while the target was still to answer', async () => {
    const world = open()
    const { received, breakOff } = world.send(order)
    breakOff()
    expect(await received).toMatchObject({ kind: 'failure', cause: 'cancelled' })
    expect(world.clock.pending).toBe(0)
  })

  it('breaks off when coverage was lost while the target was still to answer', async () => {
    const world = open()
    const { received } = world.send(order)
    world.radio.setCoverage(false)
    expect(await received).toMatchObject({ kind: 'failure', cause: 'no-coverage' })
    expect(world.clock.pending).toBe(0)
  })

  it('is in flight only while the target is to answer', async () => {
    const world = open()
    const { received } = world.send(order)
    expect(world.inFlight.count).toBe(1)
    await world.inFlight.idle()
    expect(world.inFlight.count).toBe(0)
    await settle()
    world.clock.step()
    expect(await received).toMatchObject({ kind: 'response' })
  })
})
