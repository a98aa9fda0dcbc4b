/** What an SMSC sends to an ESME by itself: receipts, and what phones send. */
import { encodeUdh } from '../../wire/sms/udh.ts'
import { shortMessageOctetsMax } from '../../wire/smpp/fields.ts'
import { esmHeader } from '../../wire/smpp/message-flags.ts'
import type { PduBody } from '../../wire/smpp/pdu.ts'
import { tlvTag } from '../../wire/smpp/tlv.ts'
import type { Tlv } from '../../wire/smpp/tlv.ts'
import type { Origination } from '../submission.ts'

export type Delivery = Extract<PduBody, { readonly command: 'deliver_sm' }> & {
  readonly tlvs: readonly Tlv[]
}

const nowhere = { ton: 0, npi: 0, value: '' } as const

export const plainDelivery: Delivery = {
  command: 'deliver_sm',
  serviceType: '',
  source: nowhere,
  destination: nowhere,
  esmClass: 0,
  protocolId: 0,
  priority: 0,
  scheduleTime: '',
  validity: '',
  registeredDelivery: 0,
  replaceIfPresent: 0,
  dataCoding: 0,
  defaultMessageId: 0,
  shortMessage: new Uint8Array(),
  tlvs: [],
}

export function deliveryOf({ from, to, dataCoding, elements, octets }: Origination): Delivery {
  const header = elements.length === 0 ? new Uint8Array() : encodeUdh(elements)
  const whole = new Uint8Array(header.length + octets.length)
  whole.set(header)
  whole.set(octets, header.length)
  const isShort = whole.length <= shortMessageOctetsMax
  return {
    ...plainDelivery,
    source: from,
    destination: { ton: 0, npi: 1, value: to },
    esmClass: elements.length === 0 ? 0 : esmHeader,
    dataCoding,
    shortMessage: isShort ? whole : new Uint8Array(),
    tlvs: isShort ? [] : [{ tag: tlvTag('message_payload'), octets: whole }],
  }
}
