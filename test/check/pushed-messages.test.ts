import { describe, expect, it } from 'vitest'
import { collectEvidence } from '../../src/check/collect-evidence.ts'
import { pushedMessages } from '../../src/check/pushed-messages.ts'
import { composePush } from '../../src/wire/push/compose-push.ts'
import type { ComposedMessage, PushDraft } from '../../src/wire/push/compose-push.ts'
import { readDataCoding } from '../../src/wire/sms/data-coding.ts'
import { splitUserData } from '../../src/wire/sms/segments.ts'
import { encodeUdh } from '../../src/wire/sms/udh.ts'
import { traceOf } from './trace-builder.ts'
import type { SketchedFact } from './trace-builder.ts'

const href = 'http://ota.test/demo.jad'

function accepted(
  { dataCoding, elements, octets }: ComposedMessage,
  { bearer = 'smsc', udh = encodeUdh(elements) } = {},
): SketchedFact {
  return {
    type: 'message.accepted',
    message: 'm1',
    bearer,
    sender: 'reference',
    from: '16400',
    to: '+358401234567',
    carrier: 'sms',
    dataCoding,
    udh: elements.length === 0 ? new Uint8Array() : udh,
    octets,
  }
}

function segmentsOf(draft: PushDraft): readonly SketchedFact[] {
  const { dataCoding, elements, octets } = composePush(draft)
  const { alphabet } = readDataCoding(dataCoding)
  const reference = { referenceBits: 8, reference: 7 } as const
  return splitUserData({ alphabet, elements, octets }, reference).map((segment) =>
    accepted({ dataCoding, ...segment }),
  )
}

function read(facts: readonly SketchedFact[]) {
  return pushedMessages(collectEvidence(traceOf(facts))).map(({ seq, parts, reading, links }) => ({
    seq,
    parts: parts.length,
    reading: reading.kind === 'text' ? reading.text : (reading.problem ?? reading.mediaType),
    links,
  }))
}

const si: PushDraft = { kind: 'si', indication: { href, text: 'Install', info: [] } }
const long: PushDraft = { kind: 'si', indication: { href, text: 'Install '.repeat(40), info: [] } }

describe('what the target handed in', () => {
  it('is read from its octets', () => {
    expect(read([accepted(composePush(si))])).toEqual([
      { seq: 1, parts: 1, reading: 'application/vnd.wap.sic', links: [href] },
    ])
    expect(read([accepted(composePush({ kind: 'text', text: `Get ${href} now` }))])).toEqual([
      { seq: 1, parts: 1, reading: `Get ${href} now`, links: [href] },
    ])
    const sl: PushDraft = { kind: 'sl', loading: { href } }
    expect(read([accepted(composePush(sl))])).toEqual([
      { seq: 1, parts: 1, reading: 'application/vnd.wap.slc', links: [href] },
    ])
  })

  it('is put together from segments in any order', () => {
    const segments = segmentsOf(long)
    expect(segments.length).toBe(3)
    expect(read(segments.toReversed())).toEqual([
      { seq: 3, parts: 3, reading: 'application/vnd.wap.sic', links: [href] },
    ])
  })

  it('is nothing yet while a segment is missing', () => {
    expect(read(segmentsOf(long).slice(1))).toEqual([])
  })

  it('is not what the harness sent in its place', () => {
    expect(read([accepted(composePush(si), { bearer: 'harness' })])).toEqual([])
  })

  it('may be no push, or one that nobody can read', () => {
    const message = composePush(si)
    const broken = { ...message, octets: message.octets.subarray(0, 20) }
    expect(read([accepted({ ...message, octets: Uint8Array.of(1, 2) })])[0]?.reading).toBe(
      'Unexpected type of PDU 0x02, expected 0x06 (Push) or 0x07 (ConfirmedPush) (at octet 1)',
    )
    expect(read([accepted(broken)])).toMatchObject([{ parts: 1, links: [] }])
  })

  it('may have a header that leads out of it', () => {
    const udh = Uint8Array.of(9, 5, 4)
    expect(read([accepted(composePush(si), { udh })])).toMatchObject([{ parts: 1, links: [] }])
  })
})
