/** The server that pushes, the operator's network in front of it, and one phone; all in process, on a clock that stands still. */
import { VirtualClock } from '../../../src/adapters/clock-virtual.ts'
import { createMemoryStorage } from '../../../src/adapters/storage-memory.ts'
import { openEmbeddedWorld } from '../../../src/embedded.ts'
import { createInFlight } from '../../../src/handset/in-flight.ts'
import type { Onlooker } from '../../../src/network/operator.ts'
import type { PushFault } from '../../../src/reference/push/pusher.ts'
import { createVirtualDrive } from '../../../src/run/drive.ts'
import type { PushOrder } from '../../../src/scenario/push-order.ts'
import { decodePdu } from '../../../src/wire/smpp/pdu-reader.ts'
import { phoneOnTheNetwork } from '../../network/phone-on-the-network.ts'

export const number = '+358401234567'
const link = 'http://reference.test/demo.jad'

type Packet = Parameters<Onlooker['hearOctets']>[0] & { readonly at: number }

export async function openRig(pushing?: PushFault) {
  const clock = new VirtualClock()
  const world = await openEmbeddedWorld({
    clock,
    storage: createMemoryStorage(1000),
    startsAt: '2006-03-01T09:00:00.000Z',
    policies: undefined,
    replyTimeoutMs: undefined,
    fault: pushing && { breaks: ['none'], title: 'none', pushing },
  })
  const { network, push: order, inFlight = createInFlight() } = world
  const phone = phoneOnTheNetwork()
  const line = network.router.attach(number, phone)
  const packets: Packet[] = []
  const facts: string[] = []
  network.watch({
    hearFact: ({ what }) => void facts.push(what),
    hearOctets: (packet) => void packets.push({ ...packet, at: clock.now() }),
  })
  const drive = createVirtualDrive(clock, inFlight)
  return {
    ...world,
    clock,
    phone,
    line,
    packets,
    facts,
    advance: (ms: number) => drive.advance(ms),
    push: async (bearer: string, changes: Partial<PushOrder> = {}) =>
      order?.(orderBy(bearer, changes)),
    /** What the server said to the SMSC and when, in seconds. */
    said: () =>
      packets
        .filter(({ bearer, direction }) => bearer === 'smsc' && direction === 'to-network')
        .map(({ at, octets }) => `${at / 1000} ${decodePdu(octets).pdu.command}`),
    /** The instants, in seconds, at which it asked a gateway for something. */
    asked: () =>
      packets
        .filter(
          ({ session, direction }) =>
            /\.\d+$/.test(session) && !session.includes('call') && direction === 'to-network',
        )
        .map(({ at }) => at / 1000),
  }
}

function orderBy(bearer: string, changes: Partial<PushOrder>): PushOrder {
  return {
    app: 'demo',
    anyContent: true,
    asText: false,
    link,
    ticket: false,
    bearer,
    from: '16400',
    to: number,
    purpose: 'offer',
    validForMs: undefined,
    draft: { kind: 'si', indication: { href: link, text: 'Install the demo', info: [] } },
    ...changes,
  }
}
