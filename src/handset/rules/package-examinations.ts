/** What can be wrong with a package, one examination each (OTA2 Installation step 3, PKG21 manifest). */
import { attributeValue, numberedAttributes, parseMidletEntry } from '../../wire/attributes.ts'
import { escapeText } from '../../wire/escape.ts'
import { parseVersion } from '../../wire/version.ts'
import {
  dataBytesOf,
  invalidJar,
  jarOf,
  manifestOf,
  subjectOf,
  valueInEither,
} from './integrity.ts'
import type { PackageExamination } from './integrity.ts'
import { refusePlatform } from './platform.ts'

const identityNames = ['MIDlet-Name', 'MIDlet-Version', 'MIDlet-Vendor'] as const

export const size: PackageExamination = {
  name: 'size',
  examine: ({ octets, plan }) =>
    plan === undefined || octets.length === plan.jarBytes
      ? undefined
      : {
          code: 904,
          reason: `the package has ${octets.length} octets, MIDlet-Jar-Size says ${plan.jarBytes}`,
        },
}

export const room: PackageExamination = {
  name: 'room',
  examine({ octets, plan, freeBytes, neighbours }) {
    const reusableBytes = plan === undefined ? 0 : neighbours.reusableBytes(plan.subject)
    const bytes = freeBytes + reusableBytes
    return octets.length <= bytes
      ? undefined
      : { code: 901, reason: `${octets.length} octets received, ${bytes} free` }
  },
}

/** The manifest may ask for room of which the descriptor said nothing. */
export const recordsRoom: PackageExamination = {
  name: 'room for records',
  examine(draft) {
    const { octets, freeBytes, neighbours } = draft
    const bytes = freeBytes + neighbours.reusableBytes(subjectOf(draft))
    const needed = octets.length + dataBytesOf(draft)
    return needed <= bytes
      ? undefined
      : { code: 901, reason: `${needed} octets needed, ${bytes} free` }
  },
}

/** From here on the manifest is read, and where it says so it is told what happens. */
export const opening: PackageExamination = {
  name: 'opening',
  examine: (draft) => ({
    learned: { installNotify: valueInEither(draft, 'MIDlet-Install-Notify') },
  }),
}

export const archive: PackageExamination = {
  name: 'archive',
  examine(draft) {
    const jar = jarOf(draft)
    if (jar.readable) return undefined
    const problem = jar.problems.find(({ blocking }) => blocking)
    if (problem === undefined) return invalidJar('the package cannot be read')
    const entry = problem.entry === undefined ? '' : ` of ${escapeText(problem.entry, 60)}`
    return invalidJar(`${problem.rule}${entry} at octet ${problem.offset}: ${problem.found}`)
  },
}

export const manifestGrammar: PackageExamination = {
  name: 'grammar of the manifest',
  examine(draft) {
    const { manifest } = jarOf(draft)
    if (manifest === undefined) return invalidJar('META-INF/MANIFEST.MF is missing')
    const deviation = manifest.deviations.find(({ tolerated }) => !tolerated)
    return manifest.wellFormed || deviation === undefined
      ? undefined
      : invalidJar(`manifest: ${deviation.rule} in line ${deviation.line}: ${deviation.found}`)
  },
}

export const manifestIdentity = manifestIdentityThat((text) => parseVersion(text) !== undefined)

export function manifestIdentityThat(isVersion: (text: string) => boolean): PackageExamination {
  return {
    name: 'name, version and vendor in the manifest',
    examine(draft) {
      const manifest = manifestOf(draft)
      const missing = identityNames.find((name) => !attributeValue(manifest, name))
      if (missing !== undefined) return invalidJar(`manifest: ${missing} is missing or empty`)
      const version = attributeValue(manifest, 'MIDlet-Version') ?? ''
      return isVersion(version)
        ? undefined
        : invalidJar(`manifest: MIDlet-Version is "${escapeText(version, 40)}", not N.N or N.N.N`)
    },
  }
}

/** Without a descriptor there is nothing that the manifest could contradict, and nothing else that says these. */
export function onlyAlone({ name, examine }: PackageExamination): PackageExamination {
  return { name, examine: (draft) => (draft.plan === undefined ? examine(draft) : undefined) }
}

export const identity = identityThat((told, found) => told === found)

export function identityThat(isSame: (told: string, found: string) => boolean): PackageExamination {
  return {
    name: 'same name, version and vendor as the descriptor',
    examine(draft) {
      if (draft.plan === undefined) return undefined
      const manifest = manifestOf(draft)
      const pairs = identityNames.map((name) => ({
        name,
        told: attributeValue(draft.attributes, name) ?? '',
        found: attributeValue(manifest, name) ?? '',
      }))
      const differing = pairs.find(({ told, found }) => !isSame(told, found))
      if (differing === undefined) return undefined
      const told = escapeText(differing.told, 60)
      const found = escapeText(differing.found, 60)
      return {
        code: 905,
        reason: `${differing.name} is "${told}" in the descriptor, "${found}" in the manifest`,
      }
    },
  }
}

export const classes = classesOf(() => 907)

/** @param codeOf what a malformed `MIDlet-<n>` is reported as, by the file it stands in */
export function classesOf(codeOf: (file: 'descriptor' | 'manifest') => number): PackageExamination {
  return {
    name: 'classes of the MIDlets',
    examine(draft) {
      const inDescriptor = numberedAttributes(draft.attributes, 'MIDlet-')
      const isInDescriptor = inDescriptor.length > 0
      const entries = isInDescriptor
        ? inDescriptor
        : numberedAttributes(manifestOf(draft), 'MIDlet-')
      for (const { attribute } of entries) {
        const midlet = parseMidletEntry(attribute.value)
        if (midlet === undefined) {
          const code = codeOf(isInDescriptor ? 'descriptor' : 'manifest')
          return { code, reason: `${attribute.name} is not "name, icon, class"` }
        }
        const file = `${midlet.className.replaceAll('.', '/')}.class`
        if (!jarOf(draft).entries.some(({ name }) => name === file)) {
          return invalidJar(`${attribute.name}: ${escapeText(file, 80)} is not in the package`)
        }
      }
      return undefined
    },
  }
}

export const midletStated: PackageExamination = {
  name: 'a MIDlet stated',
  examine: (draft) =>
    valueInEither(draft, 'MIDlet-1')
      ? undefined
      : invalidJar('MIDlet-1 stands neither in the descriptor nor in the manifest'),
}

/** Absent everywhere is 907, present but not implemented 908. */
export const platformStated: PackageExamination = {
  name: 'profile and configuration stated',
  examine(draft) {
    const missing = (['MicroEdition-Profile', 'MicroEdition-Configuration'] as const).find(
      (name) => !attributeValue(draft.attributes, name) && !attributeValue(manifestOf(draft), name),
    )
    return missing === undefined
      ? undefined
      : invalidJar(`${missing} stands neither in the descriptor nor in the manifest`)
  },
}

/** A package that came without its descriptor may be one that must not replace the installed version, too. */
export const overwriting: PackageExamination = {
  name: 'installed version',
  examine(draft) {
    const signed = draft.signer !== undefined
    const answer = draft.neighbours.compare({ subject: subjectOf(draft), signed })
    return answer.kind === 'refuse' ? answer.refusal : undefined
  },
}

export const packagePlatform: PackageExamination = {
  name: 'profile and configuration of the manifest',
  examine: (draft) => refusePlatform(manifestOf(draft), draft.profile, 'package'),
}
