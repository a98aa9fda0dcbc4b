/** What a Symbian phone knows of a package while it looks at it. */
import type { SisPackage } from '../../wire/sis/sis.ts'
import { formatUid } from '../../wire/sis/sis-header.ts'
import type { SisVersion } from '../../wire/sis/sisx-leaf.ts'
import type { Profile } from '../../profile/profile.ts'
import type { Subject } from '../../trace/suite-events.ts'
import type { VerificationQuestion } from '../behaviour.ts'
import type { OwnProgram, Signer } from '../flash.ts'
import type { Examination } from '../rules/examination.ts'
import type { Standing } from './symbian-signatures.ts'

export interface SymbianDraft extends VerificationQuestion {
  readonly sis: SisPackage
  /** Who signed it, once that is found good and leads to a root of the phone. */
  readonly signer: Signer | undefined
  /** What its signature, and those of packages within it, are worth, once they were looked at. */
  readonly standings: readonly Standing[]
}

export type SymbianExamination = Examination<SymbianDraft>

export function factsOf({ symbian }: Profile): NonNullable<Profile['symbian']> {
  if (symbian === undefined) throw new TypeError('the profile is of no Symbian phone')
  return symbian
}

export function subjectOf(sis: SisPackage): Subject {
  const vendor = sis.format === 'sisx' ? sis.vendor : ''
  return {
    vendor,
    name: sis.names[0] ?? formatUid(sis.uid),
    version: versionText(sis.version),
    uid: formatUid(sis.uid),
  }
}

export function versionText({ major, minor, build }: SisVersion): string {
  return `${major}.${minor}.${build}`
}

/** What the files of it take up once they are installed. */
export function installedBytes({ files }: SisPackage): number {
  return files.reduce(
    (sum, { does, bytes }) => (does === 'text' || does === 'later' ? sum : sum + bytes),
    0,
  )
}

/** Programs kept with a package (assumed: as many as a phone needs). */
const programsMax = 32

/**
 * Programs that the installer runs. Not those of Symbian OS 9, where the policy of products does not let them
 * (swipolicy.ini, AllowRunOnInstallUninstall); and not those under a condition, which is not worked out.
 */
export function ownPrograms({ format, files }: SisPackage): readonly OwnProgram[] | undefined {
  if (format === 'sisx') return undefined
  const programs = files.flatMap(({ target, runs, conditional }) =>
    runs === undefined || conditional ? [] : [{ target, at: runs.at, waits: runs.waits }],
  )
  return programs.length === 0 ? undefined : programs.slice(0, programsMax)
}

/** What is no number counts as 0. */
export function parseSisVersion(text: string): SisVersion {
  const [major = 0, minor = 0, build = 0] = text.split('.').map((part) => {
    const number = Number.parseInt(part, 10)
    return Number.isSafeInteger(number) ? number : 0
  })
  return { major, minor, build }
}
