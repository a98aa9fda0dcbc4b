import fc from 'fast-check'
import { expect, test } from 'vitest'
import { VirtualClock } from '../../../src/adapters/clock-virtual.ts'
import { createRouter } from '../../../src/network/router.ts'
import { Desk } from '../../../src/network/smsc/desk.ts'
import { Mailbox } from '../../../src/network/smsc/mailbox.ts'
import { SmscSession } from '../../../src/network/smsc/session.ts'
import { smscOptions } from '../../../src/network/smsc/smsc-options.ts'
import { decodePdu } from '../../../src/wire/smpp/pdu-reader.ts'
import { encodePdu } from '../../../src/wire/smpp/pdu-writer.ts'
import type { Pdu } from '../../../src/wire/smpp/pdu.ts'
import { anyPdu, changed } from '../../wire/smpp/any-pdu.ts'
import { phoneOnTheNetwork } from '../phone-on-the-network.ts'

/** A session without a socket; everybody may bind. */
function openSession() {
  const clock = new VirtualClock()
  const log = () => {}
  const router = createRouter({ clock, log, startsAtMs: 0 })
  router.attach('358401234567', phoneOnTheNetwork())
  const options = smscOptions
  const mailbox = new Mailbox({ clock, options, onFate: () => {} })
  const sent: Pdu[] = []
  let ended = 0
  const session = new SmscSession({
    link: {
      send: (octets) => sent.push(decodePdu(octets).pdu),
      end: () => {
        ended += 1
      },
      cut: () => {},
    },
    desk: new Desk({ router, clock, startsAtMs: 0, options }),
    clock,
    options,
    admit: ({ systemId }) => ({ name: systemId, mailbox }),
    mayMeter: () => true,
    tell: () => {},
  })
  return { session, sent, clock, ends: () => ended }
}

const frame = (octets: Uint8Array) => ({ kind: 'pdu', octets }) as const
const bind: Pdu = {
  command: 'bind_transmitter',
  sequence: 1,
  status: 0,
  tlvs: [],
  systemId: 'a',
  password: '',
  systemType: '',
  interfaceVersion: 0x33,
  addressRange: { ton: 0, npi: 0, value: '' },
}

/** The length of a changed PDU is what the framer cut it by. */
function reframed(octets: Uint8Array): Uint8Array {
  const copy = octets.slice()
  new DataView(copy.buffer).setUint32(0, copy.length)
  return copy
}

test('a peer of before SMPP 3.4 is not told the version', () => {
  const { session, sent } = openSession()
  session.receive(frame(encodePdu(bind)))
  expect(sent).toEqual([
    {
      command: 'bind_transmitter_resp',
      sequence: 1,
      status: 0,
      systemId: 'ota-handset',
      tlvs: [],
    },
  ])
})

test('whatever PDUs come, each request is answered once, and nothing else is', () => {
  const octets = fc.oneof(
    { weight: 3, arbitrary: anyPdu.map(encodePdu) },
    { weight: 2, arbitrary: changed(anyPdu.map(encodePdu)).map(reframed) },
    { weight: 1, arbitrary: fc.uint8Array({ minLength: 16, maxLength: 80 }).map(reframed) },
  )
  fc.assert(
    fc.property(fc.array(octets, { maxLength: 12 }), (pdus) => {
      const { session, sent, clock, ends } = openSession()
      session.receive(frame(encodePdu(bind)))
      for (const pdu of pdus) {
        const before = sent.length
        const isOver = ends() > 0
        const id = new DataView(pdu.buffer, pdu.byteOffset).getUint32(4)
        session.receive(frame(pdu))
        // outbind and alert_notification have no response.
        const isRequest = id < 0x80000000 && id !== 0x0b && id !== 0x102
        const isMalformed = (id === 0x0b || id === 0x102) && sent.length > before
        expect(sent.length - before).toBe((isRequest || isMalformed) && !isOver ? 1 : 0)
      }
      while (clock.step());
      session.close()
      expect(ends()).toBeLessThanOrEqual(1)
    }),
    { numRuns: 2000 },
  )
})
