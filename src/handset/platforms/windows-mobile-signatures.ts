/**
 * Who signed a cabinet, and which role that gives it on a phone of Windows Mobile (MSDN, security policies and roles; the
 * store of software publishers). Roots of a manufacturer and of an operator stand for the privileged store, that of
 * identified third parties for the unprivileged one (assumed: each maker and operator fills the stores otherwise).
 */
import type { SignatureFacts } from '../../trace/verification-events.ts'
import type { InstallCab } from '../../wire/cab/install-cab.ts'
import { findAnchor } from '../../wire/sis/sis-certificates.ts'
import type { TrustedRoot } from '../trust.ts'

export type MobileRole = 'privileged' | 'unprivileged'

export interface MobileStanding {
  readonly facts: SignatureFacts
  /** None: it counts as unsigned, and the policies for such packages hold. */
  readonly role: MobileRole | undefined
}

/**
 * What cannot be read, was changed since, or leads to no root counts as unsigned. Dates are not looked at (assumed: devices
 * go on taking what was signed while its certificate was good).
 */
export function standingOf(
  { signature }: InstallCab,
  roots: readonly TrustedRoot[],
): MobileStanding {
  const { verdict } = signature
  if (verdict === 'unsigned') return { facts: { trust: 'unsigned' }, role: undefined }
  if (verdict === 'unreadable') {
    return { facts: { trust: 'broken', detail: signature.reason }, role: undefined }
  }
  const signer = signature.chain[0]?.subject.text
  const named = signer === undefined ? {} : { signer }
  if (verdict === 'altered') {
    const detail = signature.reason ?? 'the cabinet is not the one that was signed'
    return { facts: { trust: 'broken', ...named, detail }, role: undefined }
  }
  const anchor = findAnchor(signature.chain, roots)
  if (anchor.kind !== 'root') {
    const trust = anchor.kind === 'self-signed' ? anchor.kind : 'unknown-root'
    return { facts: { trust, ...named }, role: undefined }
  }
  const { domain, certificate } = anchor.root
  const role = domain === 'identified-third-party' ? 'unprivileged' : 'privileged'
  const root = certificate.subject.text
  return { facts: { trust: 'trusted', ...named, root, domain, role }, role }
}
