/** What Symbian OS 9 makes of signatures and of what packages ask for by them (securitymanager.cpp, installmachine.cpp). */
import { capabilities } from '../../wire/sis/capabilities.table.ts'
import type { Overreach } from '../../wire/sis/overreach.ts'
import type { Signer } from '../flash.ts'
import { declined, refuse } from './native.ts'
import { ask } from './questions.ts'
import { factsOf, subjectOf } from './symbian-draft.ts'
import type { SymbianDraft, SymbianExamination } from './symbian-draft.ts'
import { overreachOf, standingsOf } from './symbian-signatures.ts'
import type { Standing } from './symbian-signatures.ts'

/** They are verified once the user wants the package, before anything else is asked. */
export const signatures: SymbianExamination = {
  name: 'signatures',
  examine({ sis, trust }) {
    if (sis.format !== 'sisx') return undefined
    const standings = standingsOf(sis, trust)
    return { learned: { standings, signer: signerOf(standings[0]) } }
  },
}

function signerOf({ facts }: Standing): Signer | undefined {
  const { trust, signer: subject, root, domain } = facts
  if (trust !== 'trusted' || subject === undefined) return undefined
  return root === undefined || domain === undefined ? undefined : { domain, subject, root }
}

/** Whatever the settings and whatever the user would say: a signature that does not verify is the end. */
export const sound: SymbianExamination = {
  name: 'soundness of the signatures',
  examine({ standings }) {
    const broken = standings.find(({ facts }) => facts.trust === 'broken')
    return broken && refuse('bad-signature', `certificate error: ${broken.facts.detail}`)
  },
}

/** Phones come with a policy that takes nothing unsigned (swipolicy.ini, AllowUnsigned). */
export const signed: SymbianExamination = {
  name: 'presence of a signature',
  examine: ({ standings, profile }) =>
    standings.some(({ facts }) => facts.trust === 'unsigned') &&
    factsOf(profile).untrusted !== 'installs'
      ? refuse('untrusted', 'certificate error: the package is not signed (-10254)')
      : undefined,
}

const endsOfDates = {
  expired: 'certificate-expired',
  'not-yet-valid': 'certificate-not-yet-valid',
} as const

/** By the phone's own calendar, which the user can set. */
export const inDate: SymbianExamination = {
  name: 'dates of the certificates',
  examine({ standings }) {
    const late = standings.find(({ outdated }) => outdated !== undefined)
    return late?.outdated && refuse(endsOfDates[late.outdated], `${late.facts.detail}`)
  },
}

function findReach(draft: SymbianDraft, kinds: readonly Overreach['kind'][]) {
  const { sis, standings } = draft
  if (sis.format !== 'sisx') return []
  return overreachOf(sis, standings).filter(({ kind }) => kinds.includes(kind))
}

export const forThisPhone: SymbianExamination = {
  name: 'limits of the certificates',
  examine(draft) {
    const [first] = findReach(draft, ['other-phone', 'other-package'])
    return first && refuse('device-constrained', `constrained by the certificate: ${first.found}`)
  },
}

/** Certificates of developers name the phones that they are for. */
export const development: SymbianExamination = {
  name: 'development',
  examine(draft) {
    const [standing] = draft.standings
    if (standing?.level !== 'developer') return undefined
    const text = `${subjectOf(draft.sis).name} is for development use only. Go on?`
    return ask(draft, { prompt: 'developer', text, refusal: declined })
  },
}

export const uidRange: SymbianExamination = {
  name: 'UID range',
  examine(draft) {
    const [first] = findReach(draft, ['protected-uid'])
    return first && refuse('protected-uid', `the package uses a protected UID: ${first.found}`)
  },
}

const userCapabilities: ReadonlySet<string> = new Set(
  capabilities.filter(({ group }) => group === 'user').map(({ name }) => name),
)

/** The user may give user capabilities to a package that nobody known has signed, and no others. */
export const capabilitiesWanted: SymbianExamination = {
  name: 'capabilities',
  examine(draft) {
    const beyond = findReach(draft, ['capability'])
    if (beyond.length > 0) {
      const found = beyond.map((one) => one.found).join('; ')
      return refuse('capability-refused', `required capabilities cannot be granted: ${found}`)
    }
    if (draft.signer !== undefined) return undefined
    const all = new Set(draft.sis.files.flatMap((file) => file.capabilities))
    const wanted = [...all].filter((name) => userCapabilities.has(name))
    if (wanted.length === 0) return undefined
    const text = `Grant ${wanted.join(', ')}?`
    return ask(draft, { prompt: 'capabilities', text, refusal: declined })
  },
}
