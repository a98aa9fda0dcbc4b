/** What a Windows Mobile phone knows of a package while it looks at it. */
import type { Cabinet } from '../../wire/cab/cab.ts'
import type { InstallCab } from '../../wire/cab/install-cab.ts'
import type { Profile } from '../../profile/profile.ts'
import type { Subject } from '../../trace/suite-events.ts'
import type { VerificationQuestion } from '../behaviour.ts'
import type { Examination } from '../rules/examination.ts'
import type { MobileStanding } from './windows-mobile-signatures.ts'

export interface WindowsMobileDraft extends VerificationQuestion {
  readonly cabinet: Cabinet
  readonly cab: InstallCab
  /** What its signature is worth, once it was looked at; none: this phone knows no signatures. */
  readonly standing: MobileStanding | undefined
}

export type WindowsMobileExamination = Examination<WindowsMobileDraft>

export function factsOf({ windowsMobile }: Profile): NonNullable<Profile['windowsMobile']> {
  if (windowsMobile === undefined) throw new TypeError('the profile is of no Windows Mobile phone')
  return windowsMobile
}

/** Provider and name are all that a package is known by: it has no version (MSDN aa459022). */
export function subjectOf({ name = '', provider = '' }: InstallCab): Subject {
  return { vendor: provider, name, version: '' }
}

/** A certificate goes behind what the cabinet itself says is all of it (MSDN bb158562). */
export function isSigned({ octets, header }: Cabinet): boolean {
  return octets.length > header.bytes
}

export function installedBytes({ files }: Cabinet): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}
