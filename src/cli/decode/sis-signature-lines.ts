import { WireError } from '../../errors.ts'
import type { Certificate } from '../../wire/certificate.ts'
import { findAnchor, readSisCertificates } from '../../wire/sis/sis-certificates.ts'
import { readConstraints } from '../../wire/sis/sis-constraints.ts'
import { formatUid } from '../../wire/sis/sis-header.ts'
import { checkSignatures } from '../../wire/sis/sis-signature.ts'
import type { SisxController } from '../../wire/sis/sisx-controller.ts'
import type { SisxSignatureChain } from '../../wire/sis/sisx-signature.ts'
import { count } from '../../report/views/layout.ts'
import { printable } from '../../report/views/printable.ts'
import { certificateLines } from './signature-lines.ts'

/** Chains that are told; real packages have up to four. */
const chainsMax = 32

/** Who signed a package and those within it. Roots are a phone's, so that none of them is known here. */
export function sisSignatureLines(controller: SisxController): {
  readonly lines: readonly string[]
  readonly sound: boolean
} {
  const owned = ownedBy(controller)
  const told = owned.slice(0, chainsMax).map(chainLines)
  const lines = [
    owned.length === 0 ? 'Signatures: none' : `Signatures: ${count(owned.length, 'chain')}`,
    ...told.flatMap((one) => one.lines),
    ...(owned.length > chainsMax ? [`  … ${owned.length - chainsMax} more`] : []),
  ]
  return { lines, sound: told.every((one) => one.sound) }
}

interface Owned {
  readonly chain: SisxSignatureChain
  readonly uid: number
}

/** Packages are read with a maximal depth, so this ends. */
function ownedBy({ uid, signatures, block }: SisxController): readonly Owned[] {
  return [
    ...signatures.map((chain) => ({ chain, uid })),
    ...block.embedded.flatMap((inner) => ownedBy(inner)),
  ]
}

function chainLines({ chain, uid }: Owned) {
  const verdicts = checkSignatures(chain)
  const { certificates, problem } = readSisCertificates(chain)
  const anchor = findAnchor(certificates, [])
  const signatures = chain.signatures.map(
    ({ algorithm, octets }, index) =>
      `${verdicts[index]}: ${names.get(algorithm) ?? printable(algorithm)}, ${octets.length} octets`,
  )
  return {
    sound: verdicts.every((verdict) => verdict === 'good'),
    lines: [
      `  of ${formatUid(uid)}, ${signatures.join('; ')}, over ${chain.signed.length} octets`,
      ...certificates.flatMap((certificate) => [
        `    ${certificate.subject.text}`,
        ...certificateLines(certificate),
        ...constraintLines(certificate),
      ]),
      ...(problem === undefined ? [] : [`    then ${printable(problem)}`]),
      `    ${anchor.kind === 'broken' ? `broken: ${anchor.detail}` : (ends.get(anchor.kind) ?? '')}`,
    ],
  }
}

const names: ReadonlyMap<string, string> = new Map([
  ['1.2.840.113549.1.1.5', 'RSA with SHA-1'],
  ['1.2.840.10040.4.3', 'DSA with SHA-1'],
])

const ends: ReadonlyMap<string, string> = new Map([
  ['none', 'no certificate'],
  ['self-signed', 'self-signed'],
  ['unknown', 'trusted where the phone has its root'],
])

function constraintLines(certificate: Certificate): readonly string[] {
  try {
    const { devices, packageUids, vendorUids, capabilities } = readConstraints(certificate)
    return [
      ...(devices === undefined ? [] : [`only on ${count(devices.length, 'phone')}`]),
      ...(packageUids === undefined ? [] : [`only of UID ${packageUids.map(formatUid).join(' ')}`]),
      ...(vendorUids === undefined
        ? []
        : [`only of vendor ${vendorUids.map(formatUid).join(' ')}`]),
      ...(capabilities === undefined ? [] : [`only with ${capabilities.join(' ')}`]),
    ].map((line) => `      ${line}`)
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    return [`      limits that cannot be read: ${printable(error.message)}`]
  }
}
