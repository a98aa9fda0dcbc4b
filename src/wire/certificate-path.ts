/**
 * Basic path validation from a signer's certificate to a root of the phone (PKI21 "Validating and Authenticating"; RFC 2459
 * section 6 without policies and revocation, neither of which a phone has to know). The first fault found decides.
 */
import { codeSigning } from './certificate-extensions.ts'
import type { Certificate } from './certificate.ts'
import { digestOf, isSameOctets, recoverDigest, rsaBitsMax } from './rsa-signature.ts'
import type { DigestName } from './rsa-signature.ts'

export type PathFault =
  | 'no certificate'
  | 'certificate expired'
  | 'certificate not yet valid'
  | 'certificate algorithm'
  | 'certificate key'
  | 'critical extension'
  | 'key usage'
  | 'extended key usage'
  | 'basic constraints'
  | 'broken chain'
  | 'certificate signature'
  | 'root unknown'
  | 'root expired'
  | 'root not yet valid'

export interface PathRules {
  /** Signature algorithms of certificates that the phone knows. */
  readonly algorithms: readonly string[]
  readonly keyBitsMin: number
}

export interface PathQuestion<Root> {
  /** The signer's first, then who issued it, and so on; the root may be left out. */
  readonly certificates: readonly Certificate[]
  readonly roots: readonly Root[]
  /** Milliseconds since 1970, by the phone's clock. */
  readonly at: number
  readonly rules: PathRules
}

export interface FaultFound {
  readonly kind: 'fault'
  readonly fault: PathFault
  readonly detail: string
}

export type PathAnswer<Root> =
  | { readonly kind: 'valid'; readonly signer: Certificate; readonly root: Root }
  | FaultFound

export function validatePath<Root extends { readonly certificate: Certificate }>(
  question: PathQuestion<Root>,
): PathAnswer<Root> {
  const path = withoutRoot(question)
  const [signer] = path
  if (signer === undefined) return found('no certificate', 'the path is empty')
  return findBreak(path) ?? findFault(path, question) ?? findAnchor(path, signer, question)
}

/** What every phone finds wrong with a path, whatever its roots and its date. */
export function findTimelessFault(
  certificates: readonly Certificate[],
  rules: PathRules,
): FaultFound | undefined {
  return certificates.length === 0
    ? found('no certificate', 'the path is empty')
    : (findBreak(certificates) ?? findFault(certificates, { at: undefined, rules }))
}

function found(fault: PathFault, detail: string): FaultFound {
  return { kind: 'fault', fault, detail }
}

/** A root at the end of the path needs not be there, and is not held against it (PKI21). */
function withoutRoot<Root extends { readonly certificate: Certificate }>({
  certificates,
  roots,
}: PathQuestion<Root>): readonly Certificate[] {
  const last = certificates.at(-1)
  const isRoot =
    last !== undefined &&
    certificates.length > 1 &&
    roots.some(({ certificate }) => isSameOctets(certificate.octets, last.octets))
  return isRoot ? certificates.slice(0, -1) : certificates
}

function findFault(
  path: readonly Certificate[],
  { at, rules }: { readonly at: number | undefined; readonly rules: PathRules },
): FaultFound | undefined {
  for (const [index, certificate] of path.entries()) {
    const issuer = path[index + 1]
    const fault =
      findOwnFault(certificate, rules) ??
      (at === undefined ? undefined : findValidityFault(certificate, at)) ??
      (index === 0
        ? findSignerFault(certificate)
        : findAuthorityFault(certificate, path.slice(1, index))) ??
      (issuer === undefined ? undefined : findLinkFault(certificate, issuer))
    if (fault !== undefined) return fault
  }
  return undefined
}

function findOwnFault(certificate: Certificate, rules: PathRules): FaultFound | undefined {
  const { subject, publicKey, algorithm, unknownCritical } = certificate
  const [oid] = unknownCritical
  if (oid !== undefined) {
    return found('critical extension', `${subject.text} has ${oid}, which this phone does not know`)
  }
  if (!rules.algorithms.includes(algorithm)) {
    const known = rules.algorithms.join(', ')
    return found(
      'certificate algorithm',
      `${subject.text} is signed by ${algorithm}, not by ${known}`,
    )
  }
  const { rsaBits } = publicKey
  if (rsaBits === undefined) return found('certificate key', `${subject.text} has no key of RSA`)
  return rsaBits >= rules.keyBitsMin && rsaBits <= rsaBitsMax
    ? undefined
    : found(
        'certificate key',
        `${subject.text} has ${rsaBits} bits, not ${rules.keyBitsMin} to ${rsaBitsMax}`,
      )
}

function findValidityFault(
  { subject, ...validity }: Certificate,
  at: number,
): FaultFound | undefined {
  const side = sideOf(validity, at)
  return side === undefined
    ? undefined
    : found(`certificate ${side.what}`, `${subject.text} ${side.when}`)
}

function sideOf({ notBefore, notAfter }: Pick<Certificate, 'notBefore' | 'notAfter'>, at: number) {
  if (at < notBefore)
    return { what: 'not yet valid', when: `is valid from ${day(notBefore)}` } as const
  if (at > notAfter) return { what: 'expired', when: `was valid until ${day(notAfter)}` } as const
  return undefined
}

function day(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z')
}

/** PKI21: a key usage, where there is one, allows signatures; a critical extended one allows the signing of code. */
function findSignerFault({
  subject,
  keyUsage,
  extendedKeyUsage,
}: Certificate): FaultFound | undefined {
  if (keyUsage !== undefined && !keyUsage.has('digitalSignature')) {
    return found(
      'key usage',
      `${subject.text} is for ${listOf(keyUsage)}, not for digitalSignature`,
    )
  }
  return extendedKeyUsage?.critical === true && !extendedKeyUsage.purposes.includes(codeSigning)
    ? found('extended key usage', `${subject.text} is not for signing code`)
    : undefined
}

/** @param below the authorities between it and the signer's certificate */
function findAuthorityFault(
  { subject, basicConstraints, keyUsage }: Certificate,
  below: readonly Certificate[],
): FaultFound | undefined {
  if (basicConstraints?.authority !== true) {
    return found('basic constraints', `${subject.text} is no certificate of an authority`)
  }
  const length = below.filter((one) => one.subject.key !== one.issuer.key).length
  const { pathLengthMax = length } = basicConstraints
  if (length > pathLengthMax) {
    return found(
      'basic constraints',
      `${subject.text} allows ${pathLengthMax} authorities below it, not ${length}`,
    )
  }
  return keyUsage === undefined || keyUsage.has('keyCertSign')
    ? undefined
    : found('key usage', `${subject.text} is for ${listOf(keyUsage)}, not for keyCertSign`)
}

function listOf(usages: ReadonlySet<string>): string {
  return usages.size === 0 ? 'nothing' : [...usages].join(', ')
}

/** Names come first: in a path whose order is wrong they say so, where usages would only seem to be wrong. */
function findBreak(path: readonly Certificate[]): FaultFound | undefined {
  for (const [index, { subject, issuer }] of path.entries()) {
    const next = path[index + 1]
    if (next === undefined || issuer.key === next.subject.key) continue
    const detail = `${subject.text} was issued by ${issuer.text}, not by ${next.subject.text}`
    return found('broken chain', detail)
  }
  return undefined
}

function findLinkFault(certificate: Certificate, issuer: Certificate): FaultFound | undefined {
  return isSignedBy(certificate, issuer)
    ? undefined
    : found(
        'certificate signature',
        `${issuer.subject.text} did not sign ${certificate.subject.text}`,
      )
}

/** Which digest a certificate's algorithm stands for. */
const digestNames: ReadonlyMap<string, DigestName> = new Map([
  ['md5WithRSAEncryption', 'md5'],
  ['sha1WithRSAEncryption', 'sha1'],
  ['sha256WithRSAEncryption', 'sha256'],
  ['sha384WithRSAEncryption', 'sha384'],
  ['sha512WithRSAEncryption', 'sha512'],
])

export function isSignedBy(
  { algorithm, signed, signature }: Certificate,
  issuer: Certificate,
): boolean {
  const expected = digestNames.get(algorithm)
  const recovered = recoverDigest(issuer.publicKey, signature)
  return (
    expected !== undefined &&
    recovered?.algorithm === expected &&
    isSameOctets(recovered.digest, digestOf(signed, expected))
  )
}

function findAnchor<Root extends { readonly certificate: Certificate }>(
  path: readonly Certificate[],
  signer: Certificate,
  { roots, at }: PathQuestion<Root>,
): PathAnswer<Root> {
  const last = path.at(-1) ?? signer
  const itself = roots.find(({ certificate }) => isSameOctets(certificate.octets, last.octets))
  const namesakes = roots.filter(({ certificate }) => certificate.subject.key === last.issuer.key)
  if (itself === undefined && namesakes.length === 0) {
    return found(
      'root unknown',
      `${last.subject.text} was issued by ${last.issuer.text}, which is no root of this phone`,
    )
  }
  const root = itself ?? namesakes.find(({ certificate }) => isSignedBy(last, certificate))
  if (root === undefined) {
    return found(
      'certificate signature',
      `the root ${last.issuer.text} did not sign ${last.subject.text}`,
    )
  }
  const { subject, ...validity } = root.certificate
  const side = sideOf(validity, at)
  return side === undefined
    ? { kind: 'valid', signer, root }
    : found(`root ${side.what}`, `${subject.text} ${side.when}`)
}
