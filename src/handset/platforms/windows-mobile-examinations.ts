/** What the installer of Windows Mobile (wceload) looks at and asks, one examination each. */
import type { InstallTerms, OsVersion } from '../../wire/cab/install-terms.ts'
import { fileNameOf } from '../../wire/file-name.ts'
import type { Refusal } from '../behaviour.ts'
import { declined, refuse } from './native.ts'
import { ask } from './questions.ts'
import { factsOf, installedBytes, isSigned, subjectOf } from './windows-mobile-draft.ts'
import type { WindowsMobileDraft, WindowsMobileExamination } from './windows-mobile-draft.ts'
import { standingOf } from './windows-mobile-signatures.ts'

/** The browser asks whether it shall be opened once it is there. */
export const download: WindowsMobileExamination = {
  name: 'download',
  examine: (draft) =>
    ask(draft, {
      prompt: 'download',
      text: `Download ${fileNameOf(draft.packageUrl, []) ?? 'the file'}, and open it after that?`,
      refusal: declined,
    }),
}

/** Smartphones read `_setup.xml` and nothing else (MSDN, CAB files for Smartphone). */
export const setupDocument: WindowsMobileExamination = {
  name: '_setup.xml',
  examine: ({ cab }) =>
    cab.setup === undefined
      ? refuse('not-a-package', 'unable to install: the package has no _setup.xml')
      : undefined,
}

/** What the certificate adds to the length is too much for Pocket PC 2003 (MSDN bb158562). */
export const unsignedOnly: WindowsMobileExamination = {
  name: 'length of the cabinet',
  examine: ({ cabinet }) =>
    isSigned(cabinet)
      ? refuse('not-a-package', 'not a valid Windows CE setup file: it is longer than it says')
      : undefined,
}

type TermsOf = (draft: WindowsMobileDraft) => InstallTerms

export function processorBy(termsOf: TermsOf): WindowsMobileExamination {
  return {
    name: 'processor',
    examine(draft) {
      const { architecture } = termsOf(draft)
      const { processor } = factsOf(draft.profile)
      return architecture === 0 || architecture === processor
        ? undefined
        : refuse(
            'wrong-processor',
            `not for this type of device: for processor ${architecture}, this one is ${processor}`,
          )
    },
  }
}

/** The highest version is not looked at (MSDN bb158700). */
export function versionBy(termsOf: TermsOf): WindowsMobileExamination {
  return {
    name: 'version of the system',
    examine(draft) {
      const { versionMin } = termsOf(draft)
      const { osVersion } = factsOf(draft.profile)
      return versionMin === undefined || !isBelow(readVersion(osVersion), versionMin)
        ? undefined
        : refuse('os-too-old', `needs Windows CE ${tell(versionMin)}, this is ${osVersion}`)
    },
  }
}

/** `4.20`: minor versions are plain numbers, 20 is more than 3. */
function readVersion(text: string): OsVersion {
  const [major = 0, minor = 0] = text.split('.').map(Number)
  return { major, minor }
}

function isBelow(one: OsVersion, other: OsVersion): boolean {
  return one.major < other.major || (one.major === other.major && one.minor < other.minor)
}

function tell({ major, minor }: OsVersion): string {
  return `${major}.${minor}`
}

const lockedOut: Refusal = refuse(
  'untrusted',
  'cannot be installed: it is not signed with a trusted certificate',
)

/** Authenticode; before Windows Mobile 5 Pocket PCs do not look at it. */
export const signature: WindowsMobileExamination = {
  name: 'signature',
  examine: ({ cab, trust }) => ({ learned: { standing: standingOf(cab, trust.roots) } }),
}

/** What leads to a root in the store of software publishers is not asked about; for all else there are policies 4101 and 4122. */
export const publisher: WindowsMobileExamination = {
  name: 'publisher',
  examine(draft) {
    if (draft.standing?.role !== undefined) return undefined
    const { untrusted } = factsOf(draft.profile)
    if (untrusted === 'installs') return undefined
    if (untrusted === 'refuses') return lockedOut
    const { name } = subjectOf(draft.cab)
    return ask(draft, {
      prompt: 'untrusted',
      text: `${name} is from an unknown publisher. Continue?`,
      refusal: declined,
    })
  },
}

/** From 4.21 on, packages for earlier systems are warned of, unless they say that they know the new screens (MSDN bb158700). */
const screensKnown: ReadonlySet<number> = new Set([0xa0000000, 0xc0000000, 0xe0000000])
const firstWithScreens: OsVersion = { major: 4, minor: 21 }

export function platformBy(platform: string, termsOf: TermsOf): WindowsMobileExamination {
  return {
    name: 'platform',
    examine(draft) {
      const { name } = subjectOf(draft.cab)
      const isUnsupported = draft.cab.unsupportedPlatforms.some(
        (one) => one.toLowerCase() === platform.toLowerCase(),
      )
      const { versionMin, buildMax } = termsOf(draft)
      const isEarlier =
        versionMin !== undefined &&
        isBelow(versionMin, firstWithScreens) &&
        !isBelow(readVersion(factsOf(draft.profile).osVersion), firstWithScreens) &&
        !screensKnown.has(buildMax)
      if (!isUnsupported && !isEarlier) return undefined
      const text = isUnsupported
        ? `${name} was not designed for this device. Continue?`
        : `${name} was designed for an earlier version of Windows Mobile. Continue?`
      return ask(draft, { prompt: 'incompatible', text, refusal: declined })
    },
  }
}

/** The same name of the same provider: the old one is removed before the new one comes, whatever their versions. */
export const previous: WindowsMobileExamination = {
  name: 'previous version',
  examine(draft) {
    const installed = draft.neighbours.find(subjectOf(draft.cab))
    if (installed === undefined) return undefined
    const { name } = installed.subject
    const text = `The previous version of ${name} will be removed before the new one is installed. OK?`
    return ask(draft, { prompt: 'replace', text, refusal: declined, clears: installed.id })
  },
}

export const place: WindowsMobileExamination = {
  name: 'place',
  examine(draft) {
    if (!factsOf(draft.profile).memoryCard) return undefined
    const text = 'Install on the device? The storage card is the other place.'
    return ask(draft, { prompt: 'place', text, refusal: undefined })
  },
}

/** A card has room for everything (assumed). */
export const room: WindowsMobileExamination = {
  name: 'room',
  examine(draft) {
    const bytes = installedBytes(draft.cabinet)
    const isOnCard = draft.answers.get('place') === false
    return isOnCard || bytes <= draft.freeBytes
      ? undefined
      : refuse('no-space', `not enough memory: ${bytes} octets needed, ${draft.freeBytes} free`)
  },
}

/** Settings that only privileged code may change (MSDN, two-tier security). */
const privileged: ReadonlySet<string> = new Set(['certificatestore', 'securitypolicy'])

export const settings: WindowsMobileExamination = {
  name: 'settings',
  examine({ cab, profile, standing }) {
    // One tier: whatever may be installed may do everything (policy 4123).
    if (factsOf(profile).privileges === 'one-tier' || standing?.role === 'privileged') {
      return undefined
    }
    const refused = cab.setup?.providers.find((name) => privileged.has(name.toLowerCase()))
    return refused === undefined
      ? undefined
      : refuse('policy-refused', `installation failed: ${refused} may not be changed by it`)
  },
}
