/** What comes from the air or goes to it: SMS-DELIVER, and user data alone. */
import { decodeDeliver } from '../../wire/sms/deliver.ts'
import { readDataCoding } from '../../wire/sms/data-coding.ts'
import type { Alphabet } from '../../wire/sms/data-coding.ts'
import { decodeGsm } from '../../wire/sms/gsm7.ts'
import { decodeUcs2 } from '../../wire/sms/ucs2.ts'
import { concatenationOf, decodeUdh, portsOf } from '../../wire/sms/udh.ts'
import type { UdhElement } from '../../wire/sms/udh.ts'
import { labelled } from '../../report/views/layout.ts'
import { excerpt } from '../../report/views/printable.ts'
import type { Decoder } from './decoding.ts'
import { summarizePush } from './decode-wsp.ts'
import { tellOctets } from './octet-notes.ts'
import type { OctetNotes, Summary } from './octet-notes.ts'

/** WAP push without a session, in the clear and under WTLS, which is not read (WDP port numbers). */
const pushPort = 2948
const textMax = 2000

export const decodeTpdu: Decoder = (octets, page) =>
  tellOctets(octets, 'SMS-DELIVER', page, (notes) => {
    const start = serviceCentreOctets(octets)
    if (start > 0) notes.at(0)(0, start, 'Service centre')
    const tpdu = octets.subarray(start)
    const { header = [], dataCoding, octets: rest } = decodeDeliver(tpdu, notes.at(start))
    const { alphabet, compressed } = readDataCoding(dataCoding)
    if (alphabet === 'gsm' && !compressed) {
      notes.at(0)(notes.end, octets.length, 'Text, seven bits a character')
      return told(decodeGsm(rest), page.columns)
    }
    const base = octets.length - rest.length
    return summarizeUserData(rest, { header, alphabet, base, notes, columns: page.columns })
  })

/**
 * Modems put the service centre in front: its length, and a type whose first bit is set, where a TPDU has the length of its
 * sender's number, which is at most 20.
 */
function serviceCentreOctets([length = 0, type = 0, ...rest]: Uint8Array): number {
  return type >= 0x80 && length <= rest.length ? length + 1 : 0
}

/** UDH and what follows it, as gateways take it; text is read as octets. */
export const decodeUserData: Decoder = (octets, page) =>
  tellOctets(octets, 'SMS user data', page, (notes) => {
    const { elements, octetCount } = decodeUdh(octets, notes.at(0))
    return summarizeUserData(octets.subarray(octetCount), {
      header: elements,
      alphabet: 'octets',
      base: octetCount,
      notes,
      columns: page.columns,
    })
  })

export function summarizeUserData(
  octets: Uint8Array,
  place: {
    readonly header: readonly UdhElement[]
    readonly alphabet: Alphabet
    /** Of the octets, which stand behind the header. */
    readonly base: number
    readonly notes: OctetNotes
    readonly columns: number
  },
): Summary {
  const { header, alphabet, base, notes, columns } = place
  const segment = concatenationOf(header)
  const isPart = segment !== undefined && segment.total > 1
  if (portsOf(header)?.destination === pushPort && !isPart) {
    return summarizePush(octets, { notes, base, columns })
  }
  const kind = isPart ? `Segment ${segment.sequence} of ${segment.total}` : 'Text'
  notes.at(base)(0, octets.length, alphabet === 'octets' ? `${kind}, 8-bit data` : kind)
  if (alphabet === 'ucs2') return told(decodeUcs2(octets), columns)
  const line = isPart ? 'A part of a message: the others are needed to read it.' : 'Data of 8 bits.'
  return { sound: true, lines: [line] }
}

function told(text: string, columns: number): Summary {
  const margin = { indent: 0, labelWidth: 10, columns }
  return { sound: true, lines: labelled('Text', [excerpt(text, textMax)], margin) }
}
