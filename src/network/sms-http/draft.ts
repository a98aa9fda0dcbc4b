/** A message as either form of request asks for it, before it is one for each receiver. */
import { WireError } from '../../errors.ts'
import { alphanumericTon } from '../../wire/sms/address.ts'
import type { SmsAddress } from '../../wire/sms/address.ts'
import type { Alphabet } from '../../wire/sms/data-coding.ts'
import { encodeGsm } from '../../wire/sms/gsm7.ts'
import { decodeUdh } from '../../wire/sms/udh.ts'
import type { UdhElement } from '../../wire/sms/udh.ts'
import { encodeUcs2 } from '../../wire/sms/ucs2.ts'
import type { StateChange, Submission, SubmitOutcome } from '../submission.ts'
import type { Router } from '../router.ts'

export interface MessageDraft {
  readonly sender: string
  readonly from: SmsAddress
  readonly to: readonly string[]
  readonly dataCoding: number
  readonly protocolId: number
  readonly elements: readonly UdhElement[]
  readonly octets: Uint8Array
  readonly deliverAt: number | undefined
  readonly validUntil: number | undefined
  readonly wantsReport: boolean
}

export function submitDraft(
  draft: MessageDraft,
  router: Router,
  onState: (to: string, change: StateChange) => void,
): readonly (readonly [to: string, outcome: SubmitOutcome])[] {
  const { to: receivers, ...rest } = draft
  return receivers.map((to) => {
    const submission: Submission = {
      ...rest,
      bearer: 'sms-http',
      to,
      carrier: 'sms',
      serviceType: '',
      replacesWaiting: false,
    }
    return [to, router.submit(submission, (change) => onState(to, change))]
  })
}

const digits = /^\+?\d{1,15}$/
const lettersMax = 11

/** A number, or up to eleven letters (3GPP 23.040 section 9.1.2.5); none for anything else. */
export function senderOf(text: string): SmsAddress | undefined {
  if (digits.test(text)) {
    const ton = text.startsWith('+') ? 1 : 0
    return { ton, npi: 1, value: text.replace('+', '') }
  }
  const septets = encodeGsm(text)
  const fits = septets !== undefined && septets.length > 0 && septets.length <= lettersMax
  return fits ? { ton: alphanumericTon, npi: 0, value: text } : undefined
}

/** The octets of a text in an alphabet; what GSM does not have becomes a question mark. */
export function encodeBody(text: string, alphabet: Exclude<Alphabet, 'octets'>): Uint8Array {
  if (alphabet === 'ucs2') return encodeUcs2(text)
  const whole = encodeGsm(text)
  if (whole !== undefined) return whole
  const septets: number[] = []
  for (const character of text) septets.push(...(encodeGsm(character) ?? mark))
  return Uint8Array.from(septets)
}

const mark = encodeGsm('?') ?? new Uint8Array()

/** The elements of a header that is nothing but a header. */
export function elementsOf(octets: Uint8Array): readonly UdhElement[] | undefined {
  if (octets.length === 0) return []
  if (octets.length !== (octets[0] ?? 0) + 1) return undefined
  try {
    return decodeUdh(octets).elements
  } catch (error) {
    if (error instanceof WireError) return undefined
    throw error
  }
}
