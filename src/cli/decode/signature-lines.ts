import { printable } from '../../report/views/printable.ts'
import type { Attribute } from '../../wire/attributes.ts'
import type { Certificate } from '../../wire/certificate.ts'
import { limitOf, readSignatureClaim } from '../../wire/signature.ts'
import type { CertificateEntry } from '../../wire/signature.ts'

/** Who signed the package, as the descriptor has it; nothing where it claims no signature. */
export function signatureLines(attributes: readonly Attribute[]): readonly string[] {
  const claim = readSignatureClaim(attributes)
  if (claim === undefined) return []
  const { signature, paths, unread } = claim
  const limit = limitOf(claim)
  const octets = signature.problem ?? `${signature.octets.length} octets`
  return [
    `Signature: ${octets}, ${paths.length} ${paths.length === 1 ? 'path' : 'paths'} of certificates`,
    ...paths.flatMap(({ entries }) => entries.flatMap(entryLines)),
    ...(unread.length === 0
      ? []
      : [`  behind a gap: ${unread.slice(0, namesMax).map(printable).join(', ')}`]),
    ...(limit === undefined ? [] : [`  limit of this program: ${limit}`]),
    '',
  ]
}

/** Names told of those that no phone reads. */
const namesMax = 10

function entryLines({ name, certificate, problem }: CertificateEntry): readonly string[] {
  return certificate === undefined
    ? [`  ${name}: ${problem}`]
    : [`  ${name}: ${certificate.subject.text}`, ...certificateLines(certificate)]
}

export function certificateLines(certificate: Certificate): readonly string[] {
  const { issuer, notBefore, notAfter, publicKey, algorithm } = certificate
  const key = publicKey.rsaBits === undefined ? 'no key of RSA' : `RSA of ${publicKey.rsaBits} bits`
  return [
    `      issued by ${issuer.text}`,
    `      valid ${day(notBefore)} to ${day(notAfter)}, ${key}, ${algorithm}`,
  ]
}

function day(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
