import { afterEach, expect, test } from 'vitest'
import { VirtualClock } from '../../src/adapters/clock-virtual.ts'
import { WallClock } from '../../src/adapters/clock-wall.ts'
import { loadBearers } from '../../src/network/bearer.ts'
import { openRelay } from '../../src/network/relay.ts'
import type { CaseDoors } from '../../src/network/relay.ts'
import { createRouter } from '../../src/network/router.ts'
import { bindEsme } from './esme.ts'
import { phoneOnTheNetwork, textOf } from './phone-on-the-network.ts'

const number = '358401234567'
const bearers = await loadBearers()
const closing: (() => unknown)[] = []

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function raise() {
  const wall = new WallClock()
  const relay = await openRelay(
    {
      clock: wall,
      startsAtMs: Date.now(),
      accounts: [{ name: 'acme', password: 'secret' }],
      datagramsFor: number,
    },
    bearers.filter(({ id }) => id === 'smsc').map((bearer) => ({ bearer, port: 0 })),
  )
  const esme = await bindEsme(relay.doors[0]?.port ?? 0)
  closing.push(
    () => esme.destroy(),
    () => relay.close(),
    () => wall.close(),
  )
  const join = () => {
    const clock = new VirtualClock()
    const facts: string[] = []
    const router = createRouter({ clock, startsAtMs: 0, log: () => {} })
    const phone = phoneOnTheNetwork()
    router.attach(number, phone)
    const doors: CaseDoors = relay.join({ router, clock })
    doors.watch({ hearFact: ({ what }) => facts.push(what), hearOctets: () => {} })
    return { clock, router, phone, doors, facts }
  }
  const send = async (text: string, fields = {}) => {
    const { command_status: status, message_id: id } = await esme.request('submit_sm', {
      destination_addr: number,
      short_message: text,
      ...fields,
    })
    return [status, id] as const
  }
  const query = async (id: string) => {
    const answer = await esme.request('query_sm', { message_id: id })
    return [answer.command_status, answer['message_state']] as const
  }
  return { join, send, query }
}

const invalidNumber = 0x0b
const queryFailed = 0x67

test('a session stays over cases, the numbers of its messages differ, and between cases none is known', async () => {
  const { join, send, query } = await raise()
  expect(await send('too early')).toEqual([invalidNumber, undefined])
  const first = join()
  expect(await send('one')).toEqual([0, '1000001'])
  while (first.clock.step());
  expect(first.phone.taken.map(textOf)).toEqual(['one'])
  expect(await query('1000001')).toEqual([0, 2])
  first.doors.leave()
  expect(await send('between')).toEqual([invalidNumber, undefined])
  const second = join()
  expect(await send('two')).toEqual([0, '2000001'])
  while (second.clock.step());
  expect(second.phone.taken.map(textOf)).toEqual(['two'])
  expect((await query('1000001'))[0]).toBe(queryFailed)
  expect(first.phone.taken.length).toBe(1)
})

test('how long a message is kept goes by the clock of the case', async () => {
  const { join, send, query } = await raise()
  const { clock, phone, router, doors } = join()
  phone.answer = 'absent'
  clock.setTimeout(() => {}, 5_000_000)
  while (clock.step());
  expect(await send('for an hour', { validity_period: '000000010000000R' })).toEqual([0, '1000001'])
  clock.setTimeout(() => {}, 3_500_000)
  while (clock.now() < 8_500_000) clock.step()
  expect(await query('1000001')).toEqual([0, 1])
  while (clock.step());
  expect([router.find('1')?.state, clock.now() - 5_000_000]).toEqual([
    'expired',
    expect.closeTo(3_600_000, -3),
  ])
  doors.leave()
})

test('a message is there once it is whole and nothing more comes', async () => {
  const { join, send } = await raise()
  const { doors } = join()
  const segment = (index: number) => ({
    esm_class: 0x40,
    short_message: Buffer.from([5, 0, 3, 7, 2, index, 0x41]),
  })
  const nothing = await doors.expect(number).arrived(20)
  expect(nothing).toEqual({ kind: 'nothing', refusals: [] })
  const early = doors.expect(`+${number}`)
  await send('', segment(1))
  expect(await early.arrived(50)).toEqual({ kind: 'part', refusals: [] })
  const late = doors.expect(number)
  await send('', segment(2))
  const whole = late.arrived(60_000)
  await send('', segment(1))
  expect(await whole).toEqual({ kind: 'whole' })
  const other = doors.expect(number)
  await send('', { destination_addr: '4412' })
  expect(await other.arrived(50)).toEqual({
    kind: 'nothing',
    refusals: ['for 4412: unknown-number', 'request.refused: ESME_RINVDSTADR: unknown-number'],
  })
})
