/**
 * Who signed a cabinet (Microsoft Authenticode): PKCS#7 behind the cabinet, at a place that the octets kept for programs
 * in its header tell. What it signs is a digest of the cabinet, but for the fields that the signature itself changes.
 */
import { WireError } from '../../errors.ts'
import type { Certificate } from '../certificate.ts'
import { DerReader, derTag, readOid } from '../der.ts'
import type { DerElement } from '../der.ts'
import { digestNamed, digestOfParts, isSameOctets } from '../rsa-signature.ts'
import type { DigestName } from '../rsa-signature.ts'
import { chainOf, findSignedDataFault, parseSignedData } from '../signed-data.ts'
import type { SignedData } from '../signed-data.ts'
import type { CabinetHeader } from './cabinet-header.ts'
import { signaturePlace } from './signature-place.ts'
import type { SignaturePlace } from './signature-place.ts'

export type CabSignature =
  | { readonly verdict: 'unsigned' }
  /** There should be one, and it cannot be read. */
  | { readonly verdict: 'unreadable'; readonly reason: string; readonly place: SignaturePlace }
  | {
      /** Altered: the cabinet or the signature is not what was signed. */
      readonly verdict: 'signed' | 'altered'
      readonly reason: string | undefined
      readonly place: SignaturePlace
      readonly digest: DigestName | (string & {})
      /** The signer's first, then who issued it, as far as the signature has them. */
      readonly chain: readonly Certificate[]
      /** Milliseconds since 1970, by the signer's clock. */
      readonly signedAt: number | undefined
    }

/** Real ones have up to 10 KB; the certificates in one may have 16 KiB each. */
const signatureBytesMax = 512 * 1024

/** Never throws: what is no signature is told. */
export function readCabSignature({
  octets,
  header,
}: {
  readonly octets: Uint8Array
  readonly header: CabinetHeader
}): CabSignature {
  const place = signaturePlace(header)
  if (place === undefined) return { verdict: 'unsigned' }
  const { start, end } = place
  if (end > octets.length || end - start > signatureBytesMax) {
    const expected =
      end > octets.length
        ? `expected it to end within ${octets.length}`
        : `expected at most ${signatureBytesMax} octets (signatureBytesMax)`
    const reason = `Unexpected signature from octet ${start} to ${end}, ${expected}`
    return { verdict: 'unreadable', reason, place }
  }
  try {
    return judge(octets, place, parseSignedData(octets.subarray(start, end)))
  } catch (error) {
    if (error instanceof WireError) return { verdict: 'unreadable', reason: error.message, place }
    throw error
  }
}

const indirectData = '1.3.6.1.4.1.311.2.1.4'

function judge(octets: Uint8Array, place: SignaturePlace, data: SignedData): CabSignature {
  if (data.contentType !== indirectData) {
    const reason = `Unexpected content ${data.contentType}, expected a digest of a file`
    return { verdict: 'unreadable', reason, place }
  }
  const stated = readIndirectDigest(data.content)
  const reason = findDigestFault(octets, place, stated) ?? findSignedDataFault(data)
  return {
    verdict: reason === undefined ? 'signed' : 'altered',
    reason,
    place,
    digest: stated.algorithm ?? stated.oid,
    chain: chainOf(data),
    signedAt: data.signer.attributes?.signedAt,
  }
}

interface StatedDigest {
  readonly oid: string
  readonly algorithm: DigestName | undefined
  readonly digest: Uint8Array
}

/** SpcIndirectDataContent ::= SEQUENCE { what was signed, SEQUENCE { SEQUENCE { digest OBJECT IDENTIFIER … }, OCTET STRING } } */
function readIndirectDigest(content: DerElement): StatedDigest {
  const reader = DerReader.of(content)
  reader.take(derTag.sequence, 'what was signed')
  const pair = DerReader.of(reader.take(derTag.sequence, 'a digest'))
  const algorithm = DerReader.of(pair.take(derTag.sequence, 'the kind of a digest'))
  const oid = readOid(algorithm.take(derTag.oid, 'the kind of a digest'))
  const digest = pair.take(derTag.octetString, 'a digest').content
  return { oid, algorithm: digestNamed(oid), digest }
}

function findDigestFault(
  octets: Uint8Array,
  { start }: SignaturePlace,
  { oid, algorithm, digest }: StatedDigest,
): string | undefined {
  if (algorithm === undefined) return `it is over a digest of ${oid}, which is not known here`
  return isSameOctets(digest, digestOfParts(signedParts(octets, start), algorithm))
    ? undefined
    : 'the cabinet is not the one that was signed'
}

/**
 * Everything up to the signature, without what stands there before it is there: 4 octets behind the mark, the place in a
 * set, and of what is kept for programs all but the last 4 octets. Microsoft does not say so; the tools that sign do it.
 */
function signedParts(octets: Uint8Array, signatureStart: number): readonly Uint8Array[] {
  const end = Math.max(60, signatureStart)
  const ranges = [
    [0, 4],
    [8, 34],
    [56, end],
  ] as const
  return ranges.map(([from, to]) => octets.subarray(from, to))
}
