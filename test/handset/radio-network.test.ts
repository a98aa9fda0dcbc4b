import { describe, expect, it } from 'vitest'
import type { Act } from '../../src/handset/interference.ts'
import { body, open, url, wholeMs } from './radio-world.ts'

describe('a cut', () => {
  it.each([
    ['the first octet', 'first', 0],
    ['the middle', 'middle', 450],
    ['the last octet', 'last', 899],
    ['octet 31', 31, 31],
  ] as const)('at %s leaves what came before it', async (_, at, octets) => {
    const world = open()
    world.strike({ kind: 'cut', by: 'coverage', at })
    const partial = {
      status: 200,
      headers: [['Content-Length', '900']],
      body: body.slice(0, octets),
    }
    expect(await world.carry()).toEqual({
      kind: 'failure',
      url,
      cause: 'no-coverage',
      detail: 'coverage was lost',
      ...(octets === 0 ? {} : { partial }),
    })
    expect(world.exchanges()).toMatchObject([
      {
        response: { status: 200, body: body.slice(0, octets) },
        failure: { cause: 'no-coverage', detail: 'coverage was lost' },
        network: { did: 'lost coverage during the transfer', reachedTarget: true },
      },
    ])
    expect(world.radio.covered).toBe(false)
    expect(world.losses).toEqual([700 + octets])
  })

  it('by the user leaves coverage as it is', async () => {
    const world = open()
    world.strike({ kind: 'cut', by: 'user', at: 'middle' })
    expect(await world.carry()).toMatchObject({ kind: 'failure', cause: 'cancelled' })
    expect(world.radio.covered).toBe(true)
    expect(world.losses).toEqual([])
    expect(world.exchanges()).toMatchObject([{ failure: { cause: 'cancelled' } }])
  })

  it('behind the end of the body loses coverage all the same', async () => {
    const world = open()
    world.strike({ kind: 'cut', by: 'coverage', at: 5000 })
    expect(await world.carry()).toMatchObject({ kind: 'failure', cause: 'no-coverage' })
    expect(world.radio.covered).toBe(false)
  })
})

describe('the network', () => {
  it('answers in place of the target, which hears nothing', async () => {
    const world = open()
    const answer = {
      status: 503,
      headers: [['Retry-After', '30']],
      body: new Uint8Array(0),
    } as const
    world.strike({ kind: 'answer', ...answer })
    expect(await world.carry()).toEqual({ kind: 'response', url, ...answer })
    expect(world.http.requests).toEqual([])
    const [exchange] = world.exchanges()
    expect(exchange).toMatchObject({
      network: {
        did: 'answered 503 in place of the target',
        reachedTarget: false,
        delivered: answer,
      },
    })
    expect(exchange?.response).toBe(undefined)
  })

  it('loses a request, which the phone learns after a minute', async () => {
    const world = open()
    world.strike({ kind: 'lose request' })
    expect(await world.carry()).toMatchObject({ kind: 'failure', cause: 'interrupted' })
    expect(world.http.requests).toEqual([])
    expect(world.clock.now()).toBe(60_600)
    expect(world.exchanges()).toMatchObject([
      { failure: { cause: 'timeout' }, network: { reachedTarget: false } },
    ])
  })

  it('loses a response, which the trace keeps', async () => {
    const world = open()
    world.strike({ kind: 'lose response' })
    expect(await world.carry()).toMatchObject({ kind: 'failure', cause: 'interrupted' })
    expect(world.clock.now()).toBe(60_000 + wholeMs)
    expect(world.exchanges()).toMatchObject([
      { response: { status: 200 }, network: { did: 'lost the response', reachedTarget: true } },
    ])
  })

  it('delays a response', async () => {
    const world = open()
    world.strike({ kind: 'delay', ms: 240_000 })
    expect(await world.carry()).toMatchObject({ kind: 'response', status: 200 })
    expect(world.clock.now()).toBe(240_000 + wholeMs)
  })

  it('alters a body on its way; the trace keeps what the target sent', async () => {
    const world = open()
    const alteration = {
      did: 'cut short (package)',
      alter: (octets: Uint8Array) => octets.slice(0, 9),
    }
    world.strike({ kind: 'alter', alteration })
    expect(await world.carry()).toEqual({
      kind: 'response',
      url,
      status: 200,
      headers: [['Content-Length', '9']],
      body: body.slice(0, 9),
    })
    expect(world.exchanges()).toMatchObject([
      {
        response: { body, headers: [['Content-Length', '900']] },
        network: { did: 'cut short (package)', delivered: { body: body.slice(0, 9) } },
      },
    ])
  })

  it('leaves alone what is no descriptor and no package', async () => {
    const world = open({ status: 302, headers: [['Location', '/there']], body: Uint8Array.of() })
    const alteration = { did: 'added a line', alter: () => Uint8Array.of(10) }
    world.strike({ kind: 'alter', alteration })
    expect(await world.carry()).toMatchObject({ status: 302, body: Uint8Array.of() })
    const [exchange] = world.exchanges()
    expect(exchange?.network).toBe(undefined)
  })

  it('cuts what a redirect leads to, not the redirect', async () => {
    const redirect = { status: 302, headers: [['Location', '/there']] } as const
    const world = open([
      { ...redirect, body: Uint8Array.of() },
      { status: 200, headers: [], body },
    ])
    world.strike({ kind: 'cut', by: 'coverage', at: 'middle' })
    expect(await world.carry()).toMatchObject({ kind: 'response', status: 302 })
    expect(world.radio.covered).toBe(true)
    expect(await world.carry()).toMatchObject({ kind: 'failure', cause: 'no-coverage' })
  })

  it('leaves alone what only leads to what it changes', async () => {
    const world = open()
    const alteration = {
      did: 'added a line',
      alter: () => Uint8Array.of(10),
      leaves: () => true,
    }
    world.strike({ kind: 'alter', alteration })
    expect(await world.carry()).toMatchObject({ status: 200, body })
    const [exchange] = world.exchanges()
    expect(exchange?.network).toBe(undefined)
  })

  it.each([
    { kind: 'delay', ms: 1000 },
    { kind: 'lose response' },
    { kind: 'cut', by: 'coverage', at: 'middle' },
    { kind: 'cut', by: 'user', at: 'middle' },
    { kind: 'alter', alteration: { did: 'corrupt', alter: (octets) => octets } },
  ] satisfies readonly Act[])(
    'is not blamed for a target that cannot be reached: $kind',
    async (act) => {
      const failure = { cause: 'refused', detail: 'connect ECONNREFUSED' } as const
      const world = open({ failure })
      world.strike(act)
      expect(await world.carry()).toMatchObject({ kind: 'failure', cause: 'unreachable' })
      const [exchange] = world.exchanges()
      expect(exchange).toMatchObject({ failure })
      expect(exchange?.network).toBe(undefined)
      expect(world.radio.covered).toBe(true)
    },
  )
})
