/** The signature of an offer, made once for each package that it is made over. */
import { writeSignature } from '../test-authority/signing.ts'
import type { Signing } from '../test-authority/signing.ts'
import type { AttributePair, Fault } from './fault.ts'
import type { Offer } from './offers.ts'

/** By what a fault has put in the place of the signing; none: nothing. */
type Signatures = Map<Fault['signing'], readonly AttributePair[]>

const made = new WeakMap<Uint8Array, Map<Signing, Signatures>>()

/**
 * The fault is asked each time, whatever is signed already.
 *
 * @param jar as it is packed, which may not be as it is sent
 */
export function signPackage(
  { signing, suite }: Offer,
  jar: Uint8Array,
  fault: Fault | undefined,
): readonly AttributePair[] {
  if (signing === undefined) return []
  const chosen = fault?.signing?.(signing, suite) ?? signing
  const ofJar = made.get(jar) ?? new Map<Signing, Signatures>()
  made.set(jar, ofJar)
  const bySigning: Signatures = ofJar.get(signing) ?? new Map()
  ofJar.set(signing, bySigning)
  const key = chosen === signing ? undefined : fault?.signing
  const signature = bySigning.get(key) ?? writeSignature(chosen, jar)
  bySigning.set(key, signature)
  return signature
}
