/**
 * What Symbian's installer looks at and asks, one examination each: installmachine.cpp and requisiteschecker.cpp of
 * Symbian's installer, SisxUIHandler.cpp of S60.
 */
import { products } from '../../wire/sis/products.table.ts'
import type { SisPackage } from '../../wire/sis/sis.ts'
import { formatUid } from '../../wire/sis/sis-header.ts'
import type { SisDependency } from '../../wire/sis/sisx-controller.ts'
import { compareVersions } from '../../wire/sis/sisx-leaf.ts'
import type { SisVersion } from '../../wire/sis/sisx-leaf.ts'
import type { InstalledSuite } from '../flash.ts'
import { declined, refuse } from './native.ts'
import { ask } from './questions.ts'
import {
  factsOf,
  installedBytes,
  parseSisVersion,
  subjectOf,
  versionText,
} from './symbian-draft.ts'
import type { SymbianDraft, SymbianExamination } from './symbian-draft.ts'

/** Symbian OS 9 tells packages of earlier releases apart (KErrLegacySisFile, -10270). */
export const formatOfThisSystem: SymbianExamination = {
  name: 'format',
  examine({ sis, profile }) {
    const wanted = factsOf(profile).osVersion.startsWith('9') ? 'sisx' : 'sis'
    if (sis.format === wanted) return undefined
    return wanted === 'sisx'
      ? refuse('legacy-format', 'not compatible: a package of Symbian OS 8 or earlier (-10270)')
      : refuse('corrupt', 'the file is corrupted: a package of Symbian OS 9 or later')
  },
}

export const consent: SymbianExamination = {
  name: 'consent',
  examine: (draft) =>
    ask(draft, {
      prompt: 'install',
      text: `Install ${subjectOf(draft.sis).name}?`,
      refusal: declined,
    }),
}

/** Self-signed and signed below an unknown root are one to it (securitymanager.cpp), and so is every package before Symbian OS 9. */
export const supplier: SymbianExamination = {
  name: 'supplier',
  examine(draft) {
    if (draft.signer !== undefined) return undefined
    const { untrusted } = factsOf(draft.profile)
    switch (untrusted) {
      case 'installs':
        return undefined
      case 'refuses':
        return refuse('untrusted', 'only signed applications may be installed (-10254)')
      case 'asks':
        return ask(draft, {
          prompt: 'untrusted',
          text: `The supplier of ${subjectOf(draft.sis).name} cannot be verified. Go on?`,
          refusal: declined,
        })
      default:
        return untrusted satisfies never
    }
  },
}

export const details: SymbianExamination = {
  name: 'details',
  examine(draft) {
    const { name, vendor, version } = subjectOf(draft.sis)
    const by = draft.standings[0]?.facts.signer ?? 'nobody'
    const text = `${name}, version ${version}, supplier ${vendor === '' ? 'not known' : vendor}, certificate of ${by}. Continue?`
    return ask(draft, { prompt: 'details', text, refusal: declined })
  },
}

interface Present {
  readonly uid: string
  readonly version: SisVersion
}

function isWithin({ from, to }: SisDependency, version: SisVersion): boolean {
  return (
    compareVersions(version, from) >= 0 && (to === undefined || compareVersions(version, to) <= 0)
  )
}

/** A product is registered for its UID; the range that packages name is about it, and met by it (assumed). */
function isProduct({ profile }: SymbianDraft, { uid }: SisDependency): boolean {
  const { productUids, machineUid } = factsOf(profile)
  const name = formatUid(uid)
  return name === machineUid || productUids.includes(name)
}

/** Targets of SISX: one has to fit; without any, the policy of products asks (swipolicy.ini). */
export const targets: SymbianExamination = {
  name: 'target products',
  examine(draft) {
    const { sis } = draft
    const listed = sis.format === 'sisx' ? sis.targets : []
    if (listed.some((target) => isProduct(draft, target))) return undefined
    const names = listed.map(({ uid }) => formatUid(uid)).join(', ')
    const text = `${subjectOf(sis).name} may not be compatible with this phone (${names === '' ? 'it names none' : names}). Go on?`
    return ask(draft, { prompt: 'incompatible', text, refusal: declined })
  },
}

/** Packages before Symbian OS 9 list products among what they require. */
export const requisites: SymbianExamination = {
  name: 'requisites',
  examine(draft) {
    const { sis } = draft
    const dependencies = sis.dependencies.filter(({ uid }) => products.has(uid))
    if (dependencies.length === 0 || dependencies.some((one) => isProduct(draft, one))) {
      return undefined
    }
    const names = dependencies.map(({ uid }) => formatUid(uid)).join(', ')
    const text = `${subjectOf(sis).name} is for another phone (${names}). Go on?`
    return ask(draft, { prompt: 'incompatible', text, refusal: declined })
  },
}

export const components: SymbianExamination = {
  name: 'components',
  examine(draft) {
    const { sis, neighbours } = draft
    const inside = sis.format === 'sisx' ? sis.block.embedded.map(({ uid }) => uid) : []
    const needed = sis.dependencies.filter(({ uid }) => !products.has(uid) && !inside.includes(uid))
    const missing: string[] = []
    for (const one of needed) {
      const present = presentOf(neighbours.find({ vendor: '', name: '', uid: formatUid(one.uid) }))
      if (present === undefined) missing.push(one.names[0] ?? formatUid(one.uid))
      else if (!isWithin(one, present.version)) {
        const found = versionText(present.version)
        return refuse(
          'missing-dependency',
          `component ${present.uid} is there as ${found}, needed from ${versionText(one.from)} on`,
        )
      }
    }
    if (missing.length === 0) return undefined
    const text = `Needed and missing: ${missing.join(', ')}. Go on without?`
    return ask(draft, { prompt: 'missing-component', text, refusal: declined })
  },
}

function presentOf(suite: InstalledSuite | undefined): Present | undefined {
  if (suite?.subject.uid === undefined) return undefined
  return { uid: suite.subject.uid, version: parseSisVersion(suite.subject.version) }
}

/** English of Britain; a package that has it is not asked about. */
const phoneLanguage = 1

export const language: SymbianExamination = {
  name: 'language',
  examine(draft) {
    const { languages } = draft.sis
    if (languages.length < 2 || languages.includes(phoneLanguage)) return undefined
    const text = `Choose a language: ${languages.join(', ')}.`
    return ask(draft, { prompt: 'language', text, refusal: declined })
  },
}

/** Files that the user may have or not: a list to choose from, all of it marked (assumed: refused, it ends the installation). */
export const choices: SymbianExamination = {
  name: 'choices',
  examine(draft) {
    const names = choicesOf(draft.sis)
    if (names.length === 0) return undefined
    return ask(draft, {
      prompt: 'choices',
      text: `Choose what is installed: ${names.join(', ')}.`,
      refusal: declined,
    })
  },
}

/** In the first language of the package. */
function choicesOf(sis: SisPackage): readonly string[] {
  const listed =
    sis.format === 'sisx'
      ? sis.options
      : sis.records.flatMap((record) => (record.kind === 'options' ? record.options : []))
  return listed.map(([name = '']) => name)
}

export const place: SymbianExamination = {
  name: 'place',
  examine(draft) {
    if (!factsOf(draft.profile).memoryCard) return undefined
    const text = 'Install to the phone memory? The memory card is the other place.'
    return ask(draft, { prompt: 'place', text, refusal: undefined })
  },
}

/** A card has room for everything (assumed). */
export const room: SymbianExamination = {
  name: 'room',
  examine(draft) {
    const bytes = installedBytes(draft.sis)
    const isOnCard = draft.answers.get('place') === false
    return isOnCard || bytes <= draft.freeBytes
      ? undefined
      : refuse('no-space', `not enough memory: ${bytes} octets needed, ${draft.freeBytes} free`)
  },
}

/** Bits of a text that say what its refusal means: 10 skips a file, 11 and 12 end it (sisfieldtypes.h). */
const endingBits = 0x1800
/** The same before Symbian OS 9, as numbers: 0 goes on, 1 skips a file, 2 and 3 end it (SIS file format, file records). */
const endingDetails: readonly number[] = [2, 3]

function isTheEnd({ format }: SisPackage, options: number): boolean {
  return format === 'sisx' ? (options & endingBits) !== 0 : endingDetails.includes(options)
}

export const texts: SymbianExamination = {
  name: 'texts',
  examine(draft) {
    for (const [index, { does, options, target }] of draft.sis.files.entries()) {
      if (does !== 'text') continue
      const opinion = ask<SymbianDraft>(draft, {
        id: `text ${index}`,
        prompt: 'text',
        text: `A text of the package is shown${target === '' ? '' : ` (${target})`}. Go on?`,
        refusal: isTheEnd(draft.sis, options) ? declined : undefined,
      })
      if (opinion !== undefined) return opinion
    }
    return undefined
  },
}

/** Files are compared with their hashes when they are copied (KErrBadHash, -10253). */
export const copying: SymbianExamination = {
  name: 'files',
  examine({ sis }) {
    const bad = sis.notes.find(({ blocking }) => blocking)
    return (
      bad && refuse('corrupt', `the file is corrupted: ${bad.file ?? 'the package'}: ${bad.found}`)
    )
  },
}
