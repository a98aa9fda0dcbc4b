/**
 * Who signed a SISX package, and what that is worth on a phone (securitymanager.cpp of Symbian's installer). Packages within
 * one are looked at like it; one without a signature of its own is covered by that of the package it lies in (assumed: its
 * controller is among what that signs).
 */
import { WireError } from '../../errors.ts'
import type { SignatureFacts } from '../../trace/verification-events.ts'
import type { Certificate } from '../../wire/certificate.ts'
import { findOverreach } from '../../wire/sis/overreach.ts'
import type { Overreach } from '../../wire/sis/overreach.ts'
import { findAnchor, findOutdated, readSisCertificates } from '../../wire/sis/sis-certificates.ts'
import type { OutdatedCertificate, SisAnchor } from '../../wire/sis/sis-certificates.ts'
import { readConstraints } from '../../wire/sis/sis-constraints.ts'
import type { SisConstraints } from '../../wire/sis/sis-constraints.ts'
import { checkSignatures } from '../../wire/sis/sis-signature.ts'
import type { SigningLevelName } from '../../wire/sis/signing-levels.table.ts'
import type { SisxController } from '../../wire/sis/sisx-controller.ts'
import type { SisxInstallBlock } from '../../wire/sis/sisx-install-block.ts'
import type { Sisx } from '../../wire/sis/sisx.ts'
import type { SisxSignatureChain } from '../../wire/sis/sisx-signature.ts'
import { phoneImei } from '../trust.ts'
import type { Trust, TrustedRoot } from '../trust.ts'

/** One package, whether it lies in another or not. */
export interface Standing {
  readonly uid: number
  readonly level: SigningLevelName
  readonly facts: SignatureFacts
  readonly outdated: OutdatedCertificate['kind'] | undefined
  readonly constraints: readonly SisConstraints[]
}

/** Signatures of one package that are verified, with those of packages within it; real ones have up to four. */
const signaturesMax = 64

/** @returns that of the package itself first */
export function standingsOf(
  sisx: SisxController,
  trust: Trust,
): readonly [Standing, ...Standing[]] {
  const within = packagesWithin(sisx.block)
  if ([sisx, ...within].reduce((sum, one) => sum + countSignatures(one), 0) > signaturesMax) {
    const detail = `there are more signatures than signaturesMax = ${signaturesMax}`
    return [{ ...unsigned, uid: sisx.uid, facts: { trust: 'broken', detail } }]
  }
  const outer = standingOf(sisx, trust)
  const inner = within.map((one) =>
    countSignatures(one) > 0 ? standingOf(one, trust) : { ...outer, uid: one.uid },
  )
  return [outer, ...inner]
}

/** Packages are read with a maximal depth, so this ends. */
function packagesWithin({
  embedded,
  conditions,
}: SisxInstallBlock<SisxController>): readonly SisxController[] {
  return [
    ...embedded.flatMap((one) => [one, ...packagesWithin(one.block)]),
    ...conditions.flat().flatMap(({ block }) => packagesWithin(block)),
  ]
}

function countSignatures({ signatures }: SisxController): number {
  return signatures.reduce((sum, chain) => sum + chain.signatures.length, 0)
}

function standingOf(controller: SisxController, { roots, now }: Trust): Standing {
  const chains = controller.signatures.filter((chain) => chain.signatures.length > 0)
  const { uid } = controller
  const detail = chains.map(findWrong).find((wrong) => wrong !== undefined)
  if (detail !== undefined) return { ...unsigned, uid, facts: { trust: 'broken', detail } }
  const led = chains.map((chain) => leadOf(chain, roots))
  // Of several signers the first counts whom the phone knows (assumed).
  const lead = led.find(({ anchor }) => anchor.kind === 'root') ?? led[0]
  return lead === undefined ? { ...unsigned, uid } : { ...judge(lead, now()), uid }
}

const unsigned = {
  level: 'unsigned',
  facts: { trust: 'unsigned' },
  outdated: undefined,
  constraints: [],
} as const

/** A signature has to be good whoever made it; one without certificate is as none. */
function findWrong(chain: SisxSignatureChain): string | undefined {
  const verdict = checkSignatures(chain).find((one) => one !== 'good' && one !== 'no-certificate')
  if (verdict === undefined) return undefined
  return verdict === 'unknown-scheme'
    ? 'the signature is by an algorithm that the phone has not (-10251)'
    : 'the signature is not over this package (-10254)'
}

interface Lead {
  readonly certificates: readonly Certificate[]
  readonly anchor: SisAnchor<TrustedRoot>
}

function leadOf(chain: SisxSignatureChain, roots: readonly TrustedRoot[]): Lead {
  const { certificates } = readSisCertificates(chain)
  return { certificates, anchor: findAnchor(certificates, roots) }
}

function judge({ certificates, anchor }: Lead, at: number): Omit<Standing, 'uid'> {
  const [first] = certificates
  if (first === undefined) return unsigned
  const signer = first.subject.text
  const constraints = constraintsOf(certificates)
  if (constraints === undefined) {
    const detail = 'the limits of a certificate cannot be read (-10254)'
    return { ...unsigned, facts: { trust: 'broken', signer, detail } }
  }
  const outdated = findOutdated(certificates, at)
  const level = levelOf(anchor, constraints)
  const facts = { ...trustOf(anchor), signer, ...(level === 'self-signed' ? {} : { role: level }) }
  if (outdated === undefined) return { level, facts, outdated, constraints }
  const { kind, certificate } = outdated
  const detail = `the certificate of ${certificate.subject.text} is ${kind === 'expired' ? 'expired' : 'not valid yet'}`
  return { level, facts: { ...facts, trust: 'outdated', detail }, outdated: kind, constraints }
}

function trustOf(anchor: SisAnchor<TrustedRoot>): SignatureFacts {
  switch (anchor.kind) {
    case 'root': {
      const { domain, certificate } = anchor.root
      return { trust: 'trusted', root: certificate.subject.text, domain }
    }
    case 'self-signed':
      return { trust: 'self-signed' }
    case 'broken':
      return { trust: 'unknown-root', detail: anchor.detail }
    case 'unknown':
    case 'none':
      return { trust: 'unknown-root' }
    default:
      return anchor satisfies never
  }
}

/** Whoever is not known gives no more than who signed for himself. */
function levelOf(
  anchor: SisAnchor<TrustedRoot>,
  constraints: readonly SisConstraints[],
): SigningLevelName {
  if (anchor.kind !== 'root') return 'self-signed'
  if (constraints.some(({ devices }) => devices !== undefined)) return 'developer'
  return anchor.root.domain === 'manufacturer' ? 'manufacturer' : 'symbian-signed'
}

function constraintsOf(
  certificates: readonly Certificate[],
): readonly SisConstraints[] | undefined {
  try {
    return certificates.map(readConstraints)
  } catch (error) {
    if (error instanceof WireError) return undefined
    throw error
  }
}

/** What the package, and those within it, ask for beyond what their signatures give. */
export function overreachOf({ files }: Sisx, standings: readonly Standing[]): readonly Overreach[] {
  return standings.flatMap(({ uid, level, constraints }) => {
    const own = files.filter(({ owner }) => owner === uid)
    return findOverreach({ uid, files: own }, level, { constraints, imei: phoneImei })
  })
}
