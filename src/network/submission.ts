/** What a sender gives to the network, and what becomes of it. */
import type { SmsAddress } from '../wire/sms/address.ts'
import type { UdhElement } from '../wire/sms/udh.ts'

export interface Submission {
  /** The catalogue id of the bearer that it came by. */
  readonly bearer: string
  /** Who sent it there: the system id, user name or address of a peer. */
  readonly sender: string
  readonly from: SmsAddress
  /** A number of a phone, with `+` or without. */
  readonly to: string
  /** `sms` is cut into segments where it does not fit one; `datagram` goes as one packet to the port its elements name. */
  readonly carrier: 'sms' | 'datagram'
  readonly protocolId: number
  /** As in a TPDU (3GPP 23.038); it decides how `octets` are read. */
  readonly dataCoding: number
  readonly elements: readonly UdhElement[]
  /** Behind the header: septets one to an octet for the GSM alphabet, else octets. */
  readonly octets: Uint8Array
  /** A report of the phone's receipt is asked for, which the phone is told of. */
  readonly wantsReport: boolean
  /** Virtual instant of the first attempt, for deferred delivery. */
  readonly deliverAt: number | undefined
  /** Virtual instant after which it is given up. */
  readonly validUntil: number | undefined
  /** Sender, number and this word together name messages that `replacesWaiting` takes the place of. */
  readonly serviceType: string
  readonly replacesWaiting: boolean
}

export type Replacement = Pick<Submission, 'dataCoding' | 'octets' | 'validUntil' | 'deliverAt'>

/** SMPP 3.4 section 5.2.28, in its order from 1. */
export const messageStates = [
  'enroute',
  'delivered',
  'expired',
  'deleted',
  'undeliverable',
  'accepted',
  'unknown',
  'rejected',
] as const

export type MessageState = (typeof messageStates)[number]

export interface StateChange {
  readonly id: string
  readonly state: MessageState
  /** Virtual instant. */
  readonly at: number
  readonly final: boolean
}

export type SubmitOutcome =
  | { readonly kind: 'accepted'; readonly id: string }
  | {
      readonly kind: 'refused'
      readonly cause: 'unknown-number' | 'store-full' | 'phone-queue-full' | 'too-long'
    }

/** A message that the network holds, or has held. */
export interface MessageFacts {
  readonly id: string
  readonly submission: Submission
  readonly state: MessageState
  readonly acceptedAt: number
  /** Of the final state. */
  readonly endedAt: number | undefined
}

/** A text or data that a phone sends. */
export interface Origination {
  readonly from: SmsAddress
  /** A short code or number, as dialled. */
  readonly to: string
  readonly dataCoding: number
  readonly elements: readonly UdhElement[]
  readonly octets: Uint8Array
}
