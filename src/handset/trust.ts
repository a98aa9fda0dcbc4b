/** What a phone goes by when it is to believe a signature: the roots that its maker put in, and its date. */
import type { Subject } from '../trace/suite-events.ts'
import type { SignatureFacts } from '../trace/verification-events.ts'
import type { Certificate } from '../wire/certificate.ts'

/** Protection domains of the GSM and UMTS policy (MIDP 2.0 addendum); who signed nothing is an unidentified third party. */
export const protectionDomains = ['manufacturer', 'operator', 'identified-third-party'] as const

export type ProtectionDomain = (typeof protectionDomains)[number]

export interface TrustedRoot {
  /** What its signers are allowed. */
  readonly domain: ProtectionDomain
  readonly certificate: Certificate
}

export interface Trust {
  readonly roots: readonly TrustedRoot[]
  /** Milliseconds since 1970, by the phone's own calendar. */
  readonly now: () => number
}

/** Of every phone here, as certificates of developers name phones: one of test equipment, which begin with 00 (GSMA TS.06). */
export const phoneImei = '004400152020000'

/** A native package whose signature the phone has looked at. */
export interface LookedAt {
  readonly subject: Subject
  readonly signature: SignatureFacts
}

/** A phone without roots takes no signed suite. */
export const trustsNobody: Trust = { roots: [], now: () => 0 }
