import { SmppFramer } from '../../wire/smpp/framer.ts'
import { decodePdu } from '../../wire/smpp/pdu-reader.ts'
import type { Pdu } from '../../wire/smpp/pdu.ts'
import { decodeUdh } from '../../wire/sms/udh.ts'
import type { Decoder } from './decoding.ts'
import { summarizeUserData } from './decode-sms.ts'
import { deviationRows, tellOctets } from './octet-notes.ts'
import type { OctetNotes, Summary } from './octet-notes.ts'

const headerIndicator = 0x40

/** One PDU of SMPP 3.4, and a push within it. */
export const decodeSmpp: Decoder = (octets, page) =>
  tellOctets(octets, 'SMPP PDU', page, (notes) => {
    const { pdu, problems } = decodePdu(octets, notes.at(0))
    const deviations = problems.map(({ rule, offset, found }) => ({
      rule: `tlv-${rule}`,
      offset,
      found,
    }))
    const message = messageLines(octets, pdu, notes, page.columns)
    return {
      sound: deviations.length === 0 && message.sound,
      lines: [
        ...message.lines,
        ...(message.lines.length > 0 && deviations.length === 0 ? [] : deviationRows(deviations)),
      ],
    }
  })

function messageLines(octets: Uint8Array, pdu: Pdu, notes: OctetNotes, columns: number): Summary {
  const carries = 'shortMessage' in pdu && 'esmClass' in pdu && pdu.shortMessage.length > 0
  if (!carries || (pdu.esmClass & headerIndicator) === 0) return { sound: true, lines: [] }
  const base = pdu.shortMessage.byteOffset - octets.byteOffset
  const { elements, octetCount } = decodeUdh(pdu.shortMessage, notes.at(base))
  const { lines, sound } = summarizeUserData(pdu.shortMessage.subarray(octetCount), {
    header: elements,
    alphabet: 'octets',
    base: base + octetCount,
    notes,
    columns,
  })
  return { sound, lines: [...lines, ''] }
}

/** Whether it is one PDU by its length and its command. */
export function isSmppPdu(octets: Uint8Array): boolean {
  const [frame] = new SmppFramer().push(octets)
  return frame?.kind === 'pdu' && frame.octets.length === octets.length
}
