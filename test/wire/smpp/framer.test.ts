import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SmppFramer } from '../../../src/wire/smpp/framer.ts'
import type { Frame } from '../../../src/wire/smpp/framer.ts'
import { encodePdu } from '../../../src/wire/smpp/pdu-writer.ts'
import { anyPdu } from './any-pdu.ts'

const octets = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
const join = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts))
const enquiry = octets('00000010000000150000000000000001')

describe('a stream of PDUs', () => {
  test('is cut where each ends, however it is chunked', () => {
    const cuts = fc.infiniteStream(fc.integer({ min: 1, max: 40 }))
    fc.assert(
      fc.property(fc.array(anyPdu.map(encodePdu), { maxLength: 8 }), cuts, (pdus, lengths) => {
        const framer = new SmppFramer()
        const frames: Frame[] = []
        let rest = join(...pdus)
        while (rest.length > 0) {
          const length = Number(lengths.next().value)
          frames.push(...framer.push(rest.subarray(0, length)))
          rest = rest.subarray(length)
        }
        expect(frames.map((frame) => [frame.kind, frame.kind === 'pdu' && frame.octets])).toEqual(
          pdus.map((pdu) => ['pdu', pdu]),
        )
        expect(framer.pending).toBe(0)
      }),
    )
  })

  test('holds half a PDU until the rest comes', () => {
    const framer = new SmppFramer()
    expect([framer.push(enquiry.subarray(0, 9)), framer.pending]).toEqual([[], 9])
    expect(framer.push(enquiry.subarray(9))).toEqual([{ kind: 'pdu', octets: enquiry }])
  })

  test.each([
    ['a length below the header', 'undersized', '0000000f0000001500', 15],
    ['text instead of PDUs', 'oversized', '474554202f20485454502f312e310d0a', 0x47455420],
    ['a length beyond the limit', 'oversized', '00000065', 101],
  ] as const)('ends at %s', (_, reason, hex, length) => {
    const framer = new SmppFramer({ pduOctetsMax: 100 })
    expect(framer.push(join(enquiry, octets(hex)))).toEqual([
      { kind: 'pdu', octets: enquiry },
      { kind: 'broken', reason, length, head: octets(hex).subarray(0, 16) },
    ])
    expect([framer.push(enquiry), framer.pending]).toEqual([[], 0])
  })

  test('ends as well when the length comes octet by octet', () => {
    const framer = new SmppFramer({ pduOctetsMax: 100 })
    const frames = [...octets('00000065000000')].map((octet) => framer.push(Uint8Array.of(octet)))
    expect(frames.map((found) => found.map(({ kind }) => kind))).toEqual([
      [],
      [],
      [],
      ['broken'],
      [],
      [],
      [],
    ])
  })

  test('of any octets holds no more than one PDU', () => {
    const framers = fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 20 })
    fc.assert(
      fc.property(framers, (chunks) => {
        const framer = new SmppFramer({ pduOctetsMax: 64 })
        for (const chunk of chunks) {
          framer.push(chunk)
          expect(framer.pending).toBeLessThanOrEqual(64)
        }
      }),
    )
  })
})
