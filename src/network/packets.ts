/** From a submission to what travels through the air. */
import type { DeliveredPayload } from '../handset/ports.ts'
import { readDataCoding } from '../wire/sms/data-coding.ts'
import { encodeDeliver } from '../wire/sms/deliver.ts'
import { splitUserData } from '../wire/sms/segments.ts'
import type { SmsTimestamp } from '../wire/sms/timestamp.ts'
import { concatenationOf, portsOf } from '../wire/sms/udh.ts'
import type { UdhElement } from '../wire/sms/udh.ts'
import type { Submission } from './submission.ts'

/** WAP push, not secured (WAP-259 WDP). */
const wapPushPort = 2948
/** WSP connectionless: where pushes customarily come from. */
const wspPort = 9200

/**
 * @param reference of the concatenation, where one is needed
 * @throws WireError `sms/…` when it cannot be carried: too long, or a header that leaves no room
 */
export function packetsOf(
  submission: Submission,
  sentAt: SmsTimestamp,
  reference: number,
): readonly DeliveredPayload[] {
  const { elements, octets } = submission
  if (submission.carrier === 'datagram') {
    const { destination, source } = portsOf(elements) ?? {
      destination: wapPushPort,
      source: wspPort,
    }
    return [{ kind: 'datagram', destination, source, octets }]
  }
  const segments = isSegment(elements)
    ? [{ elements, octets }]
    : splitUserData(
        { alphabet: readDataCoding(submission.dataCoding).alphabet, elements, octets },
        { referenceBits: 8, reference },
      )
  return segments.map((segment, index) => ({
    kind: 'sms',
    tpdu: encodeDeliver({
      moreMessages: index + 1 < segments.length,
      loopPrevention: false,
      statusReport: submission.wantsReport,
      replyPath: false,
      from: submission.from,
      protocolId: submission.protocolId,
      dataCoding: submission.dataCoding,
      sentAt,
      header: segment.elements.length === 0 ? undefined : segment.elements,
      octets: segment.octets,
    }),
  }))
}

/** The sender cut it himself: it goes as it is, or not at all. */
function isSegment(elements: readonly UdhElement[]): boolean {
  return concatenationOf(elements) !== undefined
}
