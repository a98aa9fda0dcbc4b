/** What an SMSC says by itself because a scenario wants it to. */
import { fromOctetText } from '../../wire/octet-text.ts'
import { esmIntermediate, esmReceipt } from '../../wire/smpp/message-flags.ts'
import type { BindMode, PduBody } from '../../wire/smpp/pdu.ts'
import { formatReceipt } from '../../wire/smpp/receipt.ts'
import { numberTlv, tlvTag } from '../../wire/smpp/tlv.ts'
import type { Tlv } from '../../wire/smpp/tlv.ts'
import type { CentreAct } from '../script.ts'
import { plainDelivery } from './delivery.ts'

export type Saying = PduBody & { readonly tlvs: readonly Tlv[] }

/** @param mode of the session: receipts are only for those that are bound to receive */
export function sayingsOf(act: CentreAct, mode: BindMode | undefined): readonly Saying[] {
  switch (act) {
    case 'cut':
      return []
    case 'enquire-link':
      return [{ command: 'enquire_link', tlvs: [] }]
    case 'unbind':
      return [{ command: 'unbind', tlvs: [] }]
    case 'odd-receipts':
      return mode === undefined || mode === 'transmitter' ? [] : oddReceipts
    default:
      return act satisfies never
  }
}

/** Ids that nobody was given. */
const unknownId = '9999999999'
const hexId = '2540be3ff'

const standard = {
  id: unknownId,
  submitted: '001',
  delivered: '001',
  submitDate: '0603010900',
  doneDate: '0603010901',
  stat: 'DELIVRD',
  error: '000',
  text: 'Install',
}

const delivered = 2

/** As centres are seen to send them (SMPP 3.4 appendix B, which leaves their text to each of them). */
const oddReceipts: readonly Saying[] = [
  receipt(formatReceipt({ ...standard, delivered: '000', stat: 'ENROUTE' }), {
    esmClass: esmIntermediate,
  }),
  receipt(formatReceipt(standard)),
  receipt(formatReceipt(standard)),
  receipt(`stat:DELIVRD err:000 done date:060301090105 submit date:060301090000 id:${hexId}`),
  receipt('', {
    tlvs: [
      { tag: tlvTag('receipted_message_id'), octets: fromOctetText(`${hexId}\0`) },
      numberTlv('message_state', delivered),
    ],
  }),
]

function receipt(
  text: string,
  changes: { readonly esmClass?: number; readonly tlvs?: readonly Tlv[] } = {},
): Saying {
  return {
    ...plainDelivery,
    esmClass: esmReceipt,
    shortMessage: fromOctetText(text),
    ...changes,
  }
}
