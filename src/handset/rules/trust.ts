/**
 * Who signed a suite, and whether this phone believes it (PKI21 "Signing" and "Authenticating", OTA2 Installation step 3).
 * A suite that claims no signature is untrusted, and that is no fault. One that claims one is good or is not installed:
 * it never becomes an untrusted one.
 */
import type { Attribute } from '../../wire/attributes.ts'
import type { Certificate } from '../../wire/certificate.ts'
import { validatePath } from '../../wire/certificate-path.ts'
import type { PathRules } from '../../wire/certificate-path.ts'
import { findSignatureFault, readSignatureClaim } from '../../wire/signature.ts'
import type { CertificatePath, SignatureClaim, SignatureFault } from '../../wire/signature.ts'
import type { Refusal } from '../behaviour.ts'
import type { Signer } from '../flash.ts'
import type { TrustedRoot } from '../trust.ts'

export interface TrustQuestion {
  /** Of the descriptor: signatures stand nowhere else. */
  readonly attributes: readonly Attribute[]
  readonly octets: Uint8Array
  readonly roots: readonly TrustedRoot[]
  /** Milliseconds since 1970, by the phone's clock. */
  readonly at: number
}

export type TrustAnswer =
  | { readonly kind: 'untrusted' }
  | { readonly kind: 'trusted'; readonly signer: Signer }
  | { readonly kind: 'refuse'; readonly refusal: Refusal }

/**
 * RSA with SHA-1 is the one algorithm that every phone has (CERT21). No document names a shortest key; 1,024 bits are
 * assumed, half of what phones must take at least.
 */
const strictRules: PathRules = { algorithms: ['sha1WithRSAEncryption'], keyBitsMin: 1024 }

export function authenticate(question: TrustQuestion): TrustAnswer {
  const claim = readSignatureClaim(question.attributes)
  if (claim === undefined) return { kind: 'untrusted' }
  if (claim.limit !== undefined) return refuse(`certificate limit: ${claim.limit}`)
  if (claim.paths.length === 0)
    return refuse(withUnread('no certificate: there is no MIDlet-Certificate-1-1', claim))
  const faults: string[] = []
  for (const path of claim.paths) {
    const answer = examinePath(path, question)
    if (answer.kind === 'valid') return examineSignature(claim, question.octets, answer)
    faults.push(answer.fault)
  }
  return refuse(withUnread(faults.join('; '), claim))
}

function refuse(reason: string): TrustAnswer {
  return { kind: 'refuse', refusal: { code: 909, reason } }
}

/** One that is not by this key or not over this package; what cannot be read or verified at all is no such thing. */
function refuseSignature({ kind, reason }: SignatureFault): TrustAnswer {
  const refusal: Refusal = { code: 909, reason }
  const isOfAnother = kind === 'wrong' || kind === 'mismatch'
  return {
    kind: 'refuse',
    refusal: isOfAnother ? { ...refusal, rule: 'signature of another' } : refusal,
  }
}

/** What stands behind a gap explains most paths that lead nowhere. */
function withUnread(reason: string, { unread: [first, ...more] }: SignatureClaim): string {
  if (first === undefined) return reason
  const others = more.length === 0 ? '' : ` and ${more.length} more`
  return `${reason} (behind a gap in the numbering: ${first.slice(0, 60)}${others})`
}

type PathFound =
  | { readonly kind: 'valid'; readonly certificate: Certificate; readonly root: TrustedRoot }
  | { readonly kind: 'invalid'; readonly fault: string }

function examinePath({ n, entries }: CertificatePath, question: TrustQuestion): PathFound {
  const certificates: Certificate[] = []
  for (const { name, certificate, problem } of entries) {
    if (certificate === undefined) {
      return { kind: 'invalid', fault: `certificate unreadable: ${name}: ${problem}` }
    }
    certificates.push(certificate)
  }
  const { roots, at } = question
  const answer = validatePath({ certificates, roots, at, rules: strictRules })
  return answer.kind === 'valid'
    ? { kind: 'valid', certificate: answer.signer, root: answer.root }
    : { kind: 'invalid', fault: `${answer.fault}: path ${n}: ${answer.detail}` }
}

/** The first path that validates decides; a signature that is not by its key is not tried with another. */
function examineSignature(
  { signature }: SignatureClaim,
  octets: Uint8Array,
  { certificate, root }: Extract<PathFound, { kind: 'valid' }>,
): TrustAnswer {
  const fault = findSignatureFault(signature, octets, certificate)
  if (fault !== undefined) return refuseSignature(fault)
  const signer = {
    domain: root.domain,
    subject: certificate.subject.text,
    root: root.certificate.subject.text,
  }
  return { kind: 'trusted', signer }
}
