/** The part of the vocabulary that tells what a phone makes of who signed a native package. */
import type { Subject } from './suite-events.ts'

/**
 * - `trusted`: the signature is good and leads to a root of the phone
 * - `self-signed`, `unknown-root`: it is good, and nobody whom the phone knows vouches for it
 * - `unsigned`: there is none
 * - `outdated`: a certificate of it is not valid on the day that the phone's calendar shows
 * - `broken`: it is not over these octets, or cannot be verified
 */
export const signatureTrusts = [
  'trusted',
  'self-signed',
  'unknown-root',
  'unsigned',
  'outdated',
  'broken',
] as const

export type SignatureTrust = (typeof signatureTrusts)[number]

export interface SignatureFacts {
  readonly trust: SignatureTrust
  /** Distinguished name of the signer's certificate. */
  readonly signer?: string
  /** Distinguished name of the root, and the protection domain that it stands for. */
  readonly root?: string
  readonly domain?: string
  /** What it may do by that: a signing level of Symbian, a role of Windows Mobile. */
  readonly role?: string
  /** Why it is trusted no further. */
  readonly detail?: string
}

/** Told once of a package, when the phone looks at its signature. */
export type VerificationEventFact = {
  readonly type: 'package.verified'
  readonly suite: Subject
} & SignatureFacts
