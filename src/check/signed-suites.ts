/** Descriptors that claim a signature, and the packages it is made over. */
import { limitOf, readSignatureClaim } from '../wire/signature.ts'
import type { SignatureClaim } from '../wire/signature.ts'
import type { Certificate } from '../wire/certificate.ts'
import { type CheckContext, inconclusive, type Judgement } from './check.ts'
import type { DescriptorEvidence, PackageEvidence } from './evidence.ts'

export interface Signed<Found> {
  readonly found: Found
  readonly claim: SignatureClaim
}

export function signedDescriptors({
  evidence,
}: CheckContext): readonly Signed<DescriptorEvidence>[] {
  return evidence.descriptors.flatMap((found) => {
    const claim = readSignatureClaim(found.descriptor.attributes)
    return claim === undefined ? [] : [{ found, claim }]
  })
}

export interface SignedPackage extends Signed<PackageEvidence> {
  readonly descriptor: DescriptorEvidence
}

/** With the descriptor that led to it. */
export function signedPackages({ evidence }: CheckContext): readonly SignedPackage[] {
  return evidence.packages.flatMap((found) => {
    const { descriptor } = found
    const claim =
      descriptor === undefined ? undefined : readSignatureClaim(descriptor.descriptor.attributes)
    return descriptor === undefined || claim === undefined ? [] : [{ found, claim, descriptor }]
  })
}

/** The signer's certificates that can be read, one a path. */
export function signersOf({ paths }: SignatureClaim): readonly Certificate[] {
  return paths.flatMap(({ entries: [first] }) => first?.certificate ?? [])
}

/** What a limit of ours kept from being read or verified is held against nobody; the rest is judged. */
export function* judgeRead<One extends Signed<{ readonly seq: number }>>(
  all: readonly One[],
  judge: (one: One) => Iterable<Judgement>,
): Iterable<Judgement> {
  for (const one of all) {
    const limit = limitOf(one.claim)
    if (limit === undefined) yield* judge(one)
    else yield inconclusive(one.found, limit)
  }
}

export const noSignedDescriptor = 'no descriptor of a signed suite was sent'
export const noSignedPackage = 'no package was sent whose descriptor claims a signature'

/** Attributes of the manifest of a package by their names. */
export function signedValues({ jar }: PackageEvidence): ReadonlyMap<string, string> {
  return new Map((jar.manifest?.main ?? []).map(({ name, value }) => [name, value]))
}
