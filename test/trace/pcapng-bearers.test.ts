/** Bearers of the operator's network in a capture file. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TraceFact } from '../../src/trace/events.ts'
import { formatPcapng } from '../../src/trace/pcapng.ts'
import { composePush } from '../../src/wire/push/compose-push.ts'
import { encodePdu } from '../../src/wire/smpp/pdu-writer.ts'
import { readPcapng, tellPacket } from './pcapng/read-pcapng.ts'
import { octets, traceOf } from './sample-trace.ts'
import { hasTshark, readCapture, suspicious, withoutTshark } from './tshark.ts'

/** tshark takes its time where many tests share a machine. */
const timeout = 60_000

const { octets: wap } = composePush({
  kind: 'si',
  indication: { href: 'http://ota.test/demo.jad', text: 'Get it', info: [] },
})
const datagram: TraceFact = {
  type: 'bearer.exchanged',
  bearer: 'wap-udp',
  session: '127.0.0.1:40000',
  direction: 'to-network',
  octets: wap,
}
test('a session of a bearer is one connection to the network, closed behind its last packet', () => {
  const exchanged = (direction: 'to-network' | 'from-network', octets: Uint8Array): TraceFact => ({
    type: 'bearer.exchanged',
    bearer: 'smsc',
    session: 'smsc.1',
    direction,
    octets,
  })
  const capture = formatPcapng([
    traceOf(exchanged('to-network', octets('ab')), exchanged('from-network', octets('c'))),
  ])
  const server = '198.18.0.1:1025'
  const network = '100.64.0.2:2775'
  expect(readPcapng(capture).packets.map(tellPacket)).toEqual([
    `${server} > ${network} S 0 0 ""`,
    `${network} > ${server} SA 0 1 ""`,
    `${server} > ${network} A 1 1 ""`,
    `${server} > ${network} PA 1 1 "ab"`,
    `${network} > ${server} A 1 3 ""`,
    `${network} > ${server} PA 1 3 "c"`,
    `${server} > ${network} A 3 2 ""`,
    `${server} > ${network} FA 3 2 ""`,
    `${network} > ${server} FA 2 4 ""`,
    `${server} > ${network} A 4 3 ""`,
  ])
})

test('what the network opens, it opens as a client', () => {
  const call: TraceFact = {
    type: 'bearer.exchanged',
    bearer: 'ppg',
    session: 'ppg.call.1',
    direction: 'from-network',
    octets: octets('POST / HTTP/1.1\r\n\r\n'),
  }
  const [first] = readPcapng(formatPcapng([traceOf(call)])).packets
  expect(first && tellPacket(first)).toBe('100.64.0.2:1025 > 198.18.0.1:8080 S 0 0 ""')
})

test('a datagram goes to the phone, to the port of WAP push', () => {
  const { packets } = readPcapng(formatPcapng([traceOf(datagram)]))
  const [{ frame } = { frame: octets('') }] = packets
  const view = new DataView(frame.buffer, frame.byteOffset)
  expect([
    packets.length,
    view.getUint8(23),
    [...frame.subarray(30, 34)],
    view.getUint16(36),
  ]).toEqual([1, 17, [100, 64, 0, 1], 2948])
  expect([view.getUint16(38), [...frame.subarray(42)]]).toEqual([8 + wap.length, [...wap]])
})

/** The largest that IP carries, and the first that it does not. */
const largeDatagrams = [new Uint8Array(65_507), new Uint8Array(65_508)]

const anyBearerFact = fc.record({
  type: fc.constant('bearer.exchanged' as const),
  bearer: fc.constantFrom('smsc', 'ppg', 'sms-http', 'wap-udp', 'other'),
  session: fc.constantFrom('1', '2', '\0'),
  direction: fc.constantFrom('to-network', 'from-network'),
  octets: fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(...largeDatagrams)),
})

test('whatever went over bearers gives a chain of whole blocks', () => {
  fc.assert(
    fc.property(fc.array(anyBearerFact, { maxLength: 6 }), (facts) => {
      const { blockTypes } = readPcapng(formatPcapng([traceOf(...facts)]))
      expect(blockTypes.slice(0, 3)).toEqual([0x0a0d0d0a, 4, 1])
    }),
    { numRuns: 200 },
  )
})

describe.skipIf(!hasTshark)(`under tshark${withoutTshark}`, () => {
  test(
    'shows the commands of an SMPP session and what a datagram pushes',
    () => {
      const submission = encodePdu({
        command: 'enquire_link',
        sequence: 7,
        status: 0,
        tlvs: [],
      })
      const asked: TraceFact = {
        type: 'bearer.exchanged',
        bearer: 'smsc',
        session: 'smsc.1',
        direction: 'to-network',
        octets: submission,
      }
      const capture = formatPcapng([traceOf(asked, datagram)])
      expect(readCapture(capture, suspicious, ['frame.number', '_ws.expert.message'])).toEqual([])
      expect(readCapture(capture, 'smpp', ['smpp.command_id', 'smpp.sequence_number'])).toEqual([
        '0x00000015\t7',
      ])
      expect(
        readCapture(capture, 'wsp', ['udp.dstport', 'wsp.pdu_type', 'wsp.header.content_type']),
      ).toEqual(['2948\t0x06\tapplication/vnd.wap.sic'])
    },
    timeout,
  )

  test(
    'whatever went over bearers gives a file that is read to its end, every checksum right',
    () => {
      const facts = fc.sample(anyBearerFact, { numRuns: 60, seed: 1 })
      const capture = formatPcapng(facts.map((fact) => traceOf(fact)))
      const seen = readCapture(capture, 'frame', ['frame.number'])
      expect(seen.length).toBe(readPcapng(capture).packets.length)
      const wrong = ['ip', 'tcp', 'udp'].map((protocol) => `${protocol}.checksum.status == 0`)
      const asked = ['udp.check_checksum:TRUE']
      expect(readCapture(capture, wrong.join(' || '), ['frame.number'], asked)).toEqual([])
    },
    timeout,
  )
})
