/** A request to send, as the router takes it. */
import { instantOf, parseSmppTime } from '../../wire/smpp/time.ts'
import { readRegisteredDelivery } from '../../wire/smpp/message-flags.ts'
import type { RegisteredDelivery } from '../../wire/smpp/message-flags.ts'
import type { MessageFields, Pdu, SmppAddress } from '../../wire/smpp/pdu.ts'
import type { Submission } from '../submission.ts'
import { readDestination, readSource } from './addresses.ts'
import { readContent } from './content.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'
import type { SmscOptions } from './smsc-options.ts'

export type SubmitPdu = Extract<Pdu, { readonly command: 'submit_sm' | 'submit_multi' | 'data_sm' }>

export interface Moment {
  /** Of the clock. */
  readonly now: number
  /** Of instant 0. */
  readonly startsAtMs: number
}

/** Everything but the number it goes to. */
export interface SubmitReading {
  readonly kind: 'submission'
  readonly submission: Omit<Submission, 'to'>
  readonly registered: RegisteredDelivery
}

const noText = new Uint8Array()
const dataSmDefaults = {
  protocolId: 0,
  scheduleTime: '',
  validity: '',
  replaceIfPresent: 0,
  shortMessage: noText,
} as const

export function readSubmission(
  pdu: SubmitPdu,
  { sender, moment, options }: { sender: string; moment: Moment; options: SmscOptions },
): SubmitReading | Refusal {
  const fields = pdu.command === 'data_sm' ? { ...dataSmDefaults, ...pdu } : pdu
  const source = readSource(fields.source)
  if (source.kind === 'refused') return source
  const registered = readRegisteredDelivery(fields.registeredDelivery)
  if (registered === undefined) {
    return refuse('ESME_RINVREGDLVFLG', `registered_delivery ${fields.registeredDelivery}`)
  }
  const content = readContent(fields, options)
  if (content.kind === 'refused') return content
  const times = readTimes(fields, moment)
  if (times.kind === 'refused') return times
  const { kind: _, ...carried } = content
  return {
    kind: 'submission',
    registered,
    submission: {
      bearer: 'smsc',
      sender,
      from: source.address,
      carrier: 'sms',
      protocolId: fields.protocolId,
      ...carried,
      wantsReport: registered.onSuccess || registered.onFailure,
      deliverAt: times.deliverAt,
      validUntil: times.validUntil,
      serviceType: fields.serviceType,
      replacesWaiting: fields.replaceIfPresent === 1,
    },
  }
}

/** The number, in the form that the router knows. */
export function readRecipient(
  address: SmppAddress,
): { readonly kind: 'number'; readonly number: string } | Refusal {
  const reading = readDestination(address)
  return reading.kind === 'refused' ? reading : { kind: 'number', number: reading.address.value }
}

export type Times =
  | {
      readonly kind: 'times'
      readonly deliverAt: number | undefined
      readonly validUntil: number | undefined
    }
  | Refusal

/** A scheduled time that is past is now; a validity that is over before it begins is none. */
export function readTimes(
  { scheduleTime, validity }: Pick<MessageFields, 'scheduleTime' | 'validity'>,
  { now, startsAtMs }: Moment,
): Times {
  const instant = (text: string): number | 'none' | 'wrong' => {
    if (text === '') return 'none'
    const time = parseSmppTime(text)
    return time === undefined ? 'wrong' : instantOf(time, startsAtMs + now) - startsAtMs
  }
  const start = instant(scheduleTime)
  if (start === 'wrong') return refuse('ESME_RINVSCHED', `schedule_delivery_time ${scheduleTime}`)
  const end = instant(validity)
  const begins = start === 'none' ? now : Math.max(start, now)
  if (end === 'wrong' || (end !== 'none' && end <= begins)) {
    return refuse('ESME_RINVEXPIRY', `validity_period ${validity}`)
  }
  return {
    kind: 'times',
    deliverAt: start === 'none' ? undefined : start,
    validUntil: end === 'none' ? undefined : end,
  }
}
