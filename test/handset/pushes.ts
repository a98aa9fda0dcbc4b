/** Messages as they come to a phone. */
import type { DeliveredMessage } from '../../src/handset/ports.ts'
import { composePush } from '../../src/wire/push/compose-push.ts'
import type { PushDraft } from '../../src/wire/push/compose-push.ts'
import { readDataCoding } from '../../src/wire/sms/data-coding.ts'
import { encodeDeliver } from '../../src/wire/sms/deliver.ts'
import { splitUserData } from '../../src/wire/sms/segments.ts'

const common = { bearer: 'smsc', from: '16400', to: '358401234567' } as const

/** In one datagram, to the port of WAP push. */
export function datagramOf(draft: PushDraft, id = '1'): DeliveredMessage {
  const { octets } = composePush(draft)
  const payload = { kind: 'datagram', destination: 2948, source: 9200, octets } as const
  return { ...common, id, payload }
}

/** As short messages, one a segment. */
export function segmentsOf(
  draft: PushDraft,
  id = '1',
  from = '16400',
): readonly DeliveredMessage[] {
  const { dataCoding, elements, octets } = composePush(draft)
  const { alphabet } = readDataCoding(dataCoding)
  const reference = { referenceBits: 8, reference: 7 } as const
  return splitUserData({ alphabet, elements, octets }, reference).map((segment) => ({
    ...common,
    id,
    from,
    payload: {
      kind: 'sms',
      tpdu: encodeDeliver({
        moreMessages: false,
        loopPrevention: false,
        statusReport: false,
        replyPath: false,
        from: { ton: 0, npi: 1, value: from },
        protocolId: 0,
        dataCoding,
        sentAt: { year: 6, month: 3, day: 1, hour: 9, minute: 0, second: 0, quarterHours: 0 },
        header: segment.elements.length === 0 ? undefined : segment.elements,
        octets: segment.octets,
      }),
    },
  }))
}
