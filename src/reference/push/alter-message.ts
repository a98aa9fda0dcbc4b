/** Changes to what a server hands to the centre, of which faults of its pushing are made. */
import { readDataCoding } from '../../wire/sms/data-coding.ts'
import { concatenationOf, decodeUdh, encodeUdh, portsOf } from '../../wire/sms/udh.ts'
import type { UdhElement } from '../../wire/sms/udh.ts'
import { esmHeader } from '../../wire/smpp/message-flags.ts'
import type { Pdu } from '../../wire/smpp/pdu.ts'
import { decodePush, encodePush } from '../../wire/wsp/push-pdu.ts'
import type { WspPush } from '../../wire/wsp/push-pdu.ts'
import type { PushFault } from './pusher.ts'

export type Submit = Extract<Pdu, { command: 'submit_sm' }>

/** A short message as its PDU holds it. */
export interface Handed {
  readonly elements: readonly UdhElement[]
  /** Behind the header. */
  readonly octets: Uint8Array
  readonly dataCoding: number
}

export function alterSubmit(change: (submit: Submit) => readonly Submit[]): PushFault {
  return { pdu: (pdu) => (pdu.command === 'submit_sm' ? change(pdu) : [pdu]) }
}

export function alterMessage(change: (message: Handed) => Handed): PushFault {
  return alterSubmit((submit) => [withMessage(submit, change(messageOf(submit)))])
}

export function messageOf({ esmClass, shortMessage, dataCoding }: Submit): Handed {
  if ((esmClass & esmHeader) === 0) return { elements: [], octets: shortMessage, dataCoding }
  const { elements, octetCount } = decodeUdh(shortMessage)
  return { elements, octets: shortMessage.subarray(octetCount), dataCoding }
}

export function withMessage(submit: Submit, { elements, octets, dataCoding }: Handed): Submit {
  const header = elements.length === 0 ? new Uint8Array() : encodeUdh(elements)
  const esmClass = (submit.esmClass & ~esmHeader) | (elements.length === 0 ? 0 : esmHeader)
  const shortMessage = Uint8Array.from([...header, ...octets])
  return { ...submit, esmClass, dataCoding, shortMessage }
}

/** What goes to a port; a push that was cut is changed in its first segment. */
export function alterDatagram(change: (octets: Uint8Array) => Uint8Array): PushFault {
  return alterMessage((message) => {
    const isFirst = (concatenationOf(message.elements)?.sequence ?? 1) === 1
    return portsOf(message.elements) !== undefined && isFirst
      ? { ...message, octets: change(message.octets) }
      : message
  })
}

/** Of a message with ports and segments (TS 23.040, 9.2.3.24). */
const datagramOctetsMax = 128

/** Content type and headers of pushes; where these would not fit any more, all stays as it is. */
export function alterPush(change: (push: WspPush) => WspPush): PushFault {
  return alterDatagram((octets) => {
    const changed = encodePush(change(decodePush(octets)))
    const fits = changed.length <= Math.max(octets.length, datagramOctetsMax)
    return fits ? changed : octets
  })
}

/** Texts alone. */
export function alterText(change: (message: Handed) => Handed): PushFault {
  return alterMessage((message) => {
    const isData =
      portsOf(message.elements) !== undefined ||
      readDataCoding(message.dataCoding).alphabet === 'octets'
    return isData ? message : change(message)
  })
}
