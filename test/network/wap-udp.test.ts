import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { afterEach, describe, expect, test } from 'vitest'
import { openWapUdp } from '../../src/network/wap-udp.ts'
import type { WapUdpLimits } from '../../src/network/wap-udp.ts'
import { kannelPushes } from '../wire/push/kannel-pushes.table.ts'
import { octetsOf } from '../wire/octets-of.ts'
import { number, raiseBearer } from './bearer-rig.ts'
import type { BearerRig } from './bearer-rig.ts'
import type { OpenBearer } from '../../src/network/bearer.ts'

const rigs: BearerRig<OpenBearer>[] = []
afterEach(async () => {
  await Promise.all(rigs.splice(0).map((rig) => rig.close()))
})

async function raise(limits: Partial<WapUdpLimits> = {}, phone: string | undefined = number) {
  const rig = await raiseBearer(
    (parts) => openWapUdp(parts, limits),
    phone === '' ? {} : { datagramsFor: phone },
  )
  rigs.push(rig)
  return rig
}

/** Sends datagrams and waits until the bearer has told of each. */
async function send(rig: BearerRig<OpenBearer>, ...datagrams: readonly Uint8Array[]) {
  const socket = createSocket('udp4')
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const told = rig.facts.length + datagrams.length
  for (const datagram of datagrams) {
    await new Promise<void>((resolve) => {
      socket.send(datagram, rig.place.port, '127.0.0.1', () => resolve())
    })
  }
  while (rig.facts.length < told) await new Promise(setImmediate)
  const { port } = socket.address()
  socket.close()
  return port
}

const push = octetsOf(kannelPushes.find(({ id }) => id === 'udp1')?.hex ?? '')

describe('a datagram', () => {
  test('comes to the phone as it was, at the port of pushes', async () => {
    const rig = await raise()
    const port = await send(rig, push)
    rig.until(0)
    expect(rig.phone.taken).toEqual([
      {
        id: '1',
        bearer: 'wap-udp',
        from: `127.0.0.1:${port}`,
        to: number,
        payload: { kind: 'datagram', destination: 2948, source: port, octets: push },
      },
    ])
  })

  test('waits for a phone that is away', async () => {
    const rig = await raise()
    rig.phone.answer = 'absent'
    await send(rig, push)
    rig.until(0)
    rig.phone.answer = 'taken'
    rig.line.reachable()
    rig.until(0)
    expect(rig.phone.taken.length).toBe(1)
  })

  test.each([
    ['nothing', new Uint8Array(), {}, number, 'an empty datagram'],
    [
      'more than a phone takes',
      new Uint8Array(101),
      { datagramBytesMax: 100 },
      number,
      '101 octets, expected at most 100 (datagramBytesMax)',
    ],
    ['a push for no phone', push, {}, '', 'no phone has this address (datagramsFor)'],
  ])('of %s is refused, and the next is not', async (...[, datagram, limits, phone, detail]) => {
    const rig = await raise(limits, phone)
    const port = await send(rig, datagram)
    expect(rig.facts).toEqual([
      {
        at: 0,
        teller: 'wap-udp',
        what: 'datagram.refused',
        peer: `127.0.0.1:${port}`,
        messageId: undefined,
        detail,
      },
    ])
    await send(rig, new Uint8Array(5))
    expect(rig.facts[1]?.what).toBe(phone === '' ? 'datagram.refused' : 'message.accepted')
  })

  test('over the rate is refused until the clock is in another second', async () => {
    const rig = await raise({ datagramsPerSecondMax: 2 })
    await send(rig, push, push, push)
    rig.until(1000)
    await send(rig, push)
    expect(
      rig.facts
        .map(({ what, detail }) => [what, detail])
        .filter(([w]) => w !== 'message.delivered'),
    ).toEqual([
      ['message.accepted', `for ${number}, 1 to carry`],
      ['message.accepted', `for ${number}, 1 to carry`],
      ['datagram.refused', '2 a second (datagramsPerSecondMax)'],
      ['message.accepted', `for ${number}, 1 to carry`],
    ])
  })
})
