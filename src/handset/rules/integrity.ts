/** What a phone makes of a package before it is stored (OTA2 Installation step 3, PKG21 manifest). */
import type { Subject } from '../../trace/suite-events.ts'
import { attributeValue } from '../../wire/attributes.ts'
import type { Attribute } from '../../wire/attributes.ts'
import { inspectJar } from '../../wire/jar.ts'
import type { JarInspection } from '../../wire/jar.ts'
import type {
  Behaviour,
  Refusal,
  SuiteContents,
  VerificationAnswer,
  VerificationQuestion,
} from '../behaviour.ts'
import type { Permission, Signer } from '../flash.ts'
import { examineInOrder } from './examination.ts'
import type { Examination } from './examination.ts'
import { readContents, readDataBytes, readSubject } from './suite-contents.ts'

/** What is known of a package while it is examined. */
export interface PackageDraft extends VerificationQuestion {
  /** Of the descriptor; none when the link led straight to the package. */
  readonly attributes: readonly Attribute[]
  /** The descriptor's, and the manifest's once the archive is open. */
  readonly installNotify: string | undefined
  /** Who signed it, once that is found good. */
  readonly signer: Signer | undefined
  /** What the domain of the signer lets it do. */
  readonly permissions: readonly Permission[]
}

export type PackageExamination = Examination<PackageDraft>

export function examinePackage(
  question: VerificationQuestion,
  { packageOrder }: Pick<Behaviour, 'packageOrder'>,
): Exclude<VerificationAnswer, { kind: 'ask' }> {
  const { plan } = question
  const { draft, refusal } = examineInOrder<PackageDraft>(
    {
      ...question,
      attributes: plan?.attributes ?? [],
      installNotify: plan?.installNotify,
      signer: undefined,
      permissions: [],
    },
    packageOrder,
  )
  const { installNotify } = draft
  if (refusal !== undefined) return { kind: 'refuse', refusal, installNotify }
  return {
    kind: 'install',
    installNotify,
    signer: draft.signer,
    permissions: draft.permissions,
    ...contentsOf(draft),
  }
}

export function invalidJar(reason: string): Refusal {
  return { code: 907, reason }
}

/** Read once for all examinations: inspections are kept. */
export function jarOf({ octets }: PackageDraft): JarInspection {
  return inspectJar(octets)
}

export function manifestOf(draft: PackageDraft): readonly Attribute[] {
  return jarOf(draft).manifest?.main ?? []
}

export function contentsOf(draft: PackageDraft): SuiteContents {
  return readContents(draft.attributes, manifestOf(draft))
}

export function subjectOf(draft: PackageDraft): Subject {
  return readSubject(draft.attributes, manifestOf(draft))
}

export function dataBytesOf(draft: PackageDraft): number {
  return readDataBytes(draft.attributes, manifestOf(draft))
}

/** The descriptor's value, else the manifest's: PKG21 allows most attributes in both. */
export function valueInEither(draft: PackageDraft, name: string): string | undefined {
  return attributeValue(draft.attributes, name) ?? attributeValue(manifestOf(draft), name)
}
