/** What every bearer keeps to, whoever speaks over it. */
import { afterEach, describe, expect, test } from 'vitest'
import { VirtualClock } from '../../src/adapters/clock-virtual.ts'
import { loadBearers } from '../../src/network/bearer.ts'
import type { Bearer, OpenBearer } from '../../src/network/bearer.ts'
import type { NetworkFact } from '../../src/network/network-log.ts'
import { createRouter } from '../../src/network/router.ts'
import { bearerPeers } from './bearer-peers.table.ts'
import { login } from './esme.ts'
import { phoneOnTheNetwork } from './phone-on-the-network.ts'

const bearers = new Map((await loadBearers()).map(({ id, value }) => [id, value]))
const number = '358401234567'
const opened: OpenBearer[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((bearer) => bearer.close()))
})

async function open(bearer: Bearer | undefined, datagramsFor = number) {
  if (bearer === undefined) throw new TypeError('no such bearer')
  const clock = new VirtualClock()
  const facts: NetworkFact[] = []
  const log = (fact: NetworkFact) => facts.push(fact)
  const startsAtMs = Date.UTC(2006, 2, 1, 9)
  const router = createRouter({ clock, log, startsAtMs })
  const phone = phoneOnTheNetwork()
  const line = router.attach(number, phone)
  const accounts = [{ name: login.system_id, password: login.password }]
  const host = '127.0.0.1'
  const place = await bearer.open({
    router,
    clock,
    log,
    startsAtMs,
    accounts,
    datagramsFor,
    host,
    port: 0,
  })
  opened.push(place)
  const told = async () => {
    while (facts.length === 0) await new Promise(setImmediate)
  }
  const settle = () => {
    while (clock.nextDue === clock.now()) clock.step()
  }
  return { place, router, phone, line, facts, settle, told }
}

test('every bearer has a peer that pushes by it', () => {
  expect([...bearers.keys()]).toEqual(bearerPeers.map(({ id }) => id))
})

describe.each(bearerPeers)('by $id', ({ id, push }) => {
  test('a push comes to the phone that has the number', async () => {
    const { place, phone, settle, told } = await open(bearers.get(id))
    await push(place, number)
    await told()
    settle()
    expect(phone.taken.map(({ bearer, to }) => [bearer, to])).toEqual([[id, number]])
  })

  test('a push waits for a phone that is away', async () => {
    const { place, phone, line, router, settle, told } = await open(bearers.get(id))
    phone.answer = 'absent'
    await push(place, number)
    await told()
    settle()
    expect(router.waitingFor(number).map(({ state }) => state)).toEqual(['enroute'])
    phone.answer = 'taken'
    line.reachable()
    settle()
    expect([phone.taken.length, router.waiting]).toEqual([1, 0])
  })

  test('a push to a number that nobody has is told in the log', async () => {
    const { place, phone, facts, settle, told } = await open(bearers.get(id), '358404040404')
    await push(place, '358404040404')
    await told()
    settle()
    expect(phone.taken).toEqual([])
    expect(facts.filter(({ what }) => what === 'message.refused')).toMatchObject([
      { teller: id, detail: 'for 358404040404: unknown-number' },
    ])
  })

  test('a port that is taken is told with a hint', async () => {
    const bearer = bearers.get(id)
    const { place, router } = await open(bearer)
    const parts = {
      router,
      clock: new VirtualClock(),
      log: () => {},
      startsAtMs: 0,
      accounts: [],
      host: '127.0.0.1',
      port: place.port,
    } as const
    await expect(bearer?.open(parts)).rejects.toMatchObject({
      code: 'network/cannot-listen',
      hint: 'Choose another port, or 0 for any that is free.',
    })
  })
})
