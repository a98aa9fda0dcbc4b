import { describe, expect, test } from 'vitest'
import { number, openRig } from './push-rig.ts'

const bearers = ['smsc', 'ppg', 'sendsms', 'json', 'wap-udp']
const gateways = ['ppg', 'sendsms', 'json']

describe.each(bearers)('by %s', (bearer) => {
  test('a push is handed in and comes to the phone', async () => {
    const rig = await openRig()
    expect(await rig.push(bearer)).toEqual({ kind: 'handed in' })
    await rig.advance(0)
    expect(rig.phone.taken.map(({ to }) => to)).toEqual([number.slice(1)])
    await rig.close()
  })

  test('the server hears in the same way twice, octet for octet', async () => {
    const listen = async () => {
      const rig = await openRig()
      await rig.push(bearer, { validForMs: 3_600_000 })
      await rig.advance(600_000)
      await rig.close()
      return rig.packets
    }
    expect(await listen()).toEqual(await listen())
  })
})

test('a bearer that the server does not have is refused', async () => {
  const rig = await openRig()
  expect(await rig.push('pigeon')).toEqual({
    kind: 'refused',
    reason: 'the server does not push by pigeon',
  })
  await rig.close()
})

describe('a number that nobody has is told, and not tried again', () => {
  test.each([
    ['smsc', 'submission status 11'],
    ['ppg', 'PAP code 2003'],
    ['sendsms', 'HTTP status 403'],
    ['json', 'HTTP status 422'],
  ])('by %s', async (bearer, reason) => {
    const rig = await openRig()
    expect(await rig.push(bearer, { to: '+358409999999' })).toEqual({ kind: 'refused', reason })
    const before = rig.packets.length
    await rig.advance(200_000)
    expect(rig.packets.length).toBe(before)
    await rig.close()
  })
})

describe.each(gateways)('a gateway (%s)', (bearer) => {
  test('that has too much to do gets the push a minute later', async () => {
    const rig = await openRig()
    rig.network.script.arm({ on: 'post', from: 1, to: 2, act: 'throttle' })
    expect(await rig.push(bearer)).toEqual({ kind: 'handed in' })
    await rig.advance(600_000)
    expect(rig.asked()).toEqual([0, 60, 180])
    expect(rig.phone.taken.length).toBe(1)
    await rig.close()
  })

  test('that never gets a push it can take is left alone after five attempts', async () => {
    const rig = await openRig()
    rig.network.script.arm({ on: 'post', from: 1, to: 99, act: 'lose-request' })
    await rig.push(bearer)
    await rig.advance(6_000_000)
    expect(rig.asked()).toEqual([0, 10, 30, 70, 150])
    expect(rig.phone.taken).toEqual([])
    await rig.close()
  })
})

test('a push whose answer was lost is posted to the push proxy gateway under its id again, and comes once', async () => {
  const rig = await openRig()
  rig.network.script.arm({ on: 'post', from: 1, to: 1, act: 'lose-response' })
  expect(await rig.push('ppg')).toEqual({ kind: 'handed in' })
  await rig.advance(60_000)
  expect(rig.asked()).toEqual([0, 10])
  expect(rig.phone.taken.length).toBe(1)
  await rig.close()
})

describe('what a bearer cannot carry is refused', () => {
  const text = { kind: 'text', text: 'a' } as const
  const indication = { href: 'http://reference.test/', text: 'a', info: [] }
  test.each([
    ['ppg', text, 'a push proxy gateway takes no texts'],
    ['ppg', { kind: 'si', indication, port: 2949 } as const, 'PAP names no port'],
    [
      'ppg',
      { kind: 'si', indication, withoutCharset: true } as const,
      'the gateway says which charset it writes',
    ],
    ['wap-udp', text, 'a datagram carries no texts'],
    [
      'wap-udp',
      { kind: 'si', indication, port: 2949 } as const,
      'the network takes datagrams at port 2948 only',
    ],
  ])('%s, %o', async (bearer, draft, reason) => {
    const rig = await openRig()
    expect(await rig.push(bearer, { draft })).toEqual({ kind: 'refused', reason })
    await rig.close()
  })
})
