/** What Symbian's installer makes of a package whose UID is installed already (installmachine.cpp; SisxUIHandler.cpp of S60). */
import { compareVersions } from '../../wire/sis/sisx-leaf.ts'
import type { InstalledSuite, Signer } from '../flash.ts'
import { declined, refuse } from './native.ts'
import { ask } from './questions.ts'
import { parseSisVersion, subjectOf, versionText } from './symbian-draft.ts'
import type { SymbianDraft, SymbianExamination } from './symbian-draft.ts'

const additions: ReadonlySet<string | undefined> = new Set(['augmentation', 'partial-upgrade'])
const legacyAdditions: ReadonlySet<string | undefined> = new Set(['patch', 'upgrade'])

function installedOf({ sis, neighbours }: SymbianDraft): InstalledSuite | undefined {
  return neighbours.find(subjectOf(sis))
}

export const base: SymbianExamination = {
  name: 'base package',
  examine(draft) {
    const { type } = draft.sis
    const adds = additions.has(type) || legacyAdditions.has(type)
    if (!adds || installedOf(draft) !== undefined) return undefined
    return refuse('missing-base', 'install the base package first (-10255)')
  },
}

/** What is installed may not be replaced by what is trusted less (KErrInvalidUpgrade). */
export const trustOfUpgrade: SymbianExamination = {
  name: 'trust of an upgrade',
  examine(draft) {
    const installed = installedOf(draft)
    return installed === undefined || trustIn(draft.signer) >= trustIn(installed.signer)
      ? undefined
      : refuse(
          'invalid-upgrade',
          'update error: the installed version is trusted more than this (-10256)',
        )
  },
}

/** The manufacturer is trusted most; other roots are alike (assumed). */
function trustIn(signer: Signer | undefined): number {
  if (signer === undefined) return 0
  return signer.domain === 'manufacturer' ? 2 : 1
}

/** S60 compares major and minor, and asks before it goes back; the build is not looked at (SisxUIHandler.cpp). */
export const downgrade: SymbianExamination = {
  name: 'downgrade',
  examine(draft) {
    const installed = installedOf(draft)
    if (installed === undefined) return undefined
    const there = { ...parseSisVersion(installed.subject.version), build: 0 }
    if (compareVersions({ ...draft.sis.version, build: 0 }, there) >= 0) return undefined
    const { name, version } = installed.subject
    const text = `${name} ${version} is installed. Replace it by the older ${versionText(draft.sis.version)}?`
    return ask(draft, { prompt: 'replace', text, refusal: declined })
  },
}

/** Before Symbian OS 9 a newer version has to be removed by hand first (SIS file format, installation). */
export const newerInstalled: SymbianExamination = {
  name: 'newer version',
  examine(draft) {
    const installed = installedOf(draft)
    if (installed === undefined) return undefined
    const there = parseSisVersion(installed.subject.version)
    return compareVersions(draft.sis.version, there) >= 0
      ? undefined
      : refuse(
          'newer-installed',
          `version ${installed.subject.version} is installed: remove it first`,
        )
  },
}
