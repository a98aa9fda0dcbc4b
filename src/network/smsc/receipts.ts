/** The deliver_sm that tell an ESME what became of its message (SMPP 3.4 section 4.6 and appendix B). */
import { readDataCoding } from '../../wire/sms/data-coding.ts'
import { decodeGsm } from '../../wire/sms/gsm7.ts'
import { decodeUcs2 } from '../../wire/sms/ucs2.ts'
import { fromOctetText } from '../../wire/octet-text.ts'
import { esmIntermediate, esmReceipt } from '../../wire/smpp/message-flags.ts'
import type { RegisteredDelivery } from '../../wire/smpp/message-flags.ts'
import type { SmppAddress } from '../../wire/smpp/pdu.ts'
import { formatReceipt, receiptStates, receiptTextMax } from '../../wire/smpp/receipt.ts'
import { receiptDate } from '../../wire/smpp/time.ts'
import { numberTlv, tlvTag } from '../../wire/smpp/tlv.ts'
import type { Tlv } from '../../wire/smpp/tlv.ts'
import { messageStates } from '../submission.ts'
import type { MessageState, StateChange, Submission } from '../submission.ts'
import { plainDelivery } from './delivery.ts'
import type { Delivery } from './delivery.ts'
import { formatId } from './smsc-options.ts'
import type { SmscOptions } from './smsc-options.ts'

export interface Submitted {
  readonly submission: Omit<Submission, 'to'>
  readonly registered: RegisteredDelivery
  /** As the ESME wrote them. */
  readonly source: SmppAddress
  readonly destination: SmppAddress
  /** The id in the answer. */
  readonly id: string
  readonly submittedAtMs: number
}

export function asksForReceipt(
  { onSuccess, onFailure, intermediate }: RegisteredDelivery,
  { state, final }: Pick<StateChange, 'state' | 'final'>,
): boolean {
  if (!final) return intermediate
  return state === 'delivered' ? onSuccess : onFailure
}

export function receiptOf(
  submitted: Submitted,
  { state, final }: Pick<StateChange, 'state' | 'final'>,
  { doneAtMs, ids }: { readonly doneAtMs: number; readonly ids: SmscOptions['ids'] },
): Delivery {
  const value = messageStates.indexOf(state) + 1
  const text = formatReceipt({
    id: formatId(submitted.id, ids.receiptText),
    submitted: '001',
    delivered: state === 'delivered' ? '001' : '000',
    submitDate: receiptDate(submitted.submittedAtMs),
    doneDate: receiptDate(doneAtMs),
    stat: receiptStates[value - 1]?.word ?? 'UNKNOWN',
    error: errorOf(state),
    text: excerptOf(submitted.submission),
  })
  return {
    ...plainDelivery,
    source: submitted.destination,
    destination: submitted.source,
    esmClass: final ? esmReceipt : esmIntermediate,
    shortMessage: fromOctetText(text),
    tlvs: [
      ...(ids.receiptTlv === 'none' ? [] : [idTlv(formatId(submitted.id, ids.receiptTlv))]),
      numberTlv('message_state', value),
    ],
  }
}

function idTlv(id: string): Tlv {
  return { tag: tlvTag('receipted_message_id'), octets: fromOctetText(`${id}\0`) }
}

/** Three digits of the network's own; 000 where nothing went wrong. */
function errorOf(state: MessageState): string {
  return state === 'delivered' || state === 'enroute' || state === 'accepted' ? '000' : '001'
}

/** The first characters, as far as they are printable ASCII. */
function excerptOf({ dataCoding, octets }: Pick<Submission, 'dataCoding' | 'octets'>): string {
  const { alphabet } = readDataCoding(dataCoding)
  if (alphabet === 'octets') return ''
  const start = octets.subarray(0, receiptTextMax * 2)
  const text =
    alphabet === 'gsm' ? decodeGsm(start) : decodeUcs2(start.subarray(0, start.length & ~1))
  return text.slice(0, receiptTextMax).replaceAll(/[^ -~]/g, '?')
}
