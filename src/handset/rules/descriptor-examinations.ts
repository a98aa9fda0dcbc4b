/** What can be wrong with a descriptor, one examination each (PKG21 descriptor, OTA2 Additional descriptor attributes). */
import { numberedAttributes, parseMidletEntry, parsePushEntry } from '../../wire/attributes.ts'
import { escapeText } from '../../wire/escape.ts'
import { parseVersion } from '../../wire/version.ts'
import type { Refusal } from '../behaviour.ts'
import { refusePlatform } from './platform.ts'
import { invalidDescriptor, mandatoryIn, subjectIn, valueIn } from './preflight.ts'
import type { DescriptorDraft, DescriptorExamination } from './preflight.ts'

const mandatoryNames = [
  'MIDlet-Name',
  'MIDlet-Version',
  'MIDlet-Vendor',
  'MIDlet-Jar-URL',
  'MIDlet-Jar-Size',
] as const

const onceOnlyNames = [
  'MIDlet-Install-Notify',
  'MIDlet-Delete-Notify',
  'MIDlet-Delete-Confirm',
] as const

const notifyNames = ['MIDlet-Install-Notify', 'MIDlet-Delete-Notify'] as const

/** UTF-8 encoded characters of a notify URL (OTA2 Additional descriptor attributes). */
const notifyUrlCharactersMax = 256

export const grammar: DescriptorExamination = {
  name: 'grammar',
  examine({ descriptor }) {
    if (descriptor.wellFormed) return undefined
    const deviation = descriptor.deviations.find(({ tolerated }) => !tolerated)
    if (deviation === undefined) return invalidDescriptor('the descriptor cannot be read')
    const { rule, line, offset, found } = deviation
    return invalidDescriptor(`${rule} in line ${line} at octet ${offset}: ${found}`)
  },
}

export const mandatoryAttributes = mandatory('mandatory attributes', mandatoryNames)

export function mandatory(name: string, names: readonly string[]): DescriptorExamination {
  return {
    name,
    examine(draft) {
      const missing = names.find((one) => !valueIn(draft, one))
      return missing === undefined ? undefined : invalidDescriptor(`${missing} is missing or empty`)
    },
  }
}

export const version = versionThat((text) => parseVersion(text) !== undefined)

export function versionThat(isVersion: (text: string) => boolean): DescriptorExamination {
  return {
    name: 'version',
    examine(draft) {
      const text = mandatoryIn(draft, 'MIDlet-Version')
      return isVersion(text)
        ? undefined
        : invalidDescriptor(`MIDlet-Version is ${quote(text)}, not N.N or N.N.N`)
    },
  }
}

/** `Runtime-Execution-Environment`, where it is known at all, can only be the platform itself. */
export const runtimeEnvironment: DescriptorExamination = {
  name: 'runtime environment of the descriptor',
  examine(draft) {
    const environment = valueIn(draft, 'Runtime-Execution-Environment') ?? ''
    return environment === '' || environment === 'MIDP.CLDC'
      ? undefined
      : invalidDescriptor(`Runtime-Execution-Environment is ${quote(environment)}, not MIDP.CLDC`)
  },
}

export const packageSize: DescriptorExamination = {
  name: 'package size',
  examine: (draft) => refuseNumber(draft, 'MIDlet-Jar-Size'),
}

export const recordsSize: DescriptorExamination = {
  name: 'records size',
  examine: (draft) => refuseNumber(draft, 'MIDlet-Data-Size'),
}

export const midletEntries: DescriptorExamination = {
  name: 'MIDlet entries',
  examine({ attributes }) {
    const midlet = numberedAttributes(attributes, 'MIDlet-').find(
      ({ attribute }) => parseMidletEntry(attribute.value) === undefined,
    )
    return midlet === undefined
      ? undefined
      : invalidDescriptor(`${midlet.attribute.name} is not "name, icon, class"`)
  },
}

export const pushEntries: DescriptorExamination = {
  name: 'push entries',
  examine({ attributes }) {
    const push = numberedAttributes(attributes, 'MIDlet-Push-').find(
      ({ attribute }) => parsePushEntry(attribute.value) === undefined,
    )
    return push === undefined
      ? undefined
      : invalidDescriptor(`${push.attribute.name} is not "connection, class, allowed sender"`)
  },
}

export const repeatedAttributes: DescriptorExamination = {
  name: 'repeated attributes',
  examine({ attributes }) {
    const repeated = onceOnlyNames.find(
      (name) => attributes.filter((attribute) => attribute.name === name).length > 1,
    )
    return repeated === undefined
      ? undefined
      : invalidDescriptor(`${repeated} stands more than once`)
  },
}

export const notifyLength: DescriptorExamination = {
  name: 'length of notify URLs',
  examine(draft) {
    const tooLong = notifyNames.find(
      (name) => Array.from(valueIn(draft, name) ?? '').length > notifyUrlCharactersMax,
    )
    return tooLong === undefined
      ? undefined
      : invalidDescriptor(`${tooLong} is longer than ${notifyUrlCharactersMax} characters`)
  },
}

export const descriptorPlatform: DescriptorExamination = {
  name: 'profile and configuration of the descriptor',
  examine: ({ attributes, profile }) => refusePlatform(attributes, profile, 'descriptor'),
}

export const packageAddress: DescriptorExamination = {
  name: 'package URL',
  examine: ({ packageUrl }) =>
    packageUrl === undefined ? invalidDescriptor('MIDlet-Jar-URL is not a usable URL') : undefined,
}

/** What the model cannot take, however much is free. */
export const modelLimits: DescriptorExamination = {
  name: 'limits of the model',
  examine(draft) {
    const beyond = tellBeyondModel(draft)
    return beyond === undefined ? undefined : { code: 901, reason: beyond }
  },
}

/** Room for the package and its records, as the descriptor states them. */
export const memory: DescriptorExamination = {
  name: 'memory',
  examine(draft) {
    const { freeBytes, neighbours } = draft
    const jarBytes = Number(mandatoryIn(draft, 'MIDlet-Jar-Size'))
    const needed = jarBytes + Number(valueIn(draft, 'MIDlet-Data-Size') ?? 0)
    const room = freeBytes + neighbours.reusableBytes(subjectIn(draft))
    return needed <= room
      ? undefined
      : { code: 901, reason: `${needed} octets needed, ${room} free` }
  },
}

/** What may not replace the installed version is not fetched. */
export const previousVersion: DescriptorExamination = {
  name: 'previous version',
  examine(draft) {
    const signed = valueIn(draft, 'MIDlet-Jar-RSA-SHA1') !== undefined
    const answer = draft.neighbours.compare({ subject: subjectIn(draft), signed })
    return answer.kind === 'refuse' ? answer.refusal : undefined
  },
}

function tellBeyondModel(draft: DescriptorDraft): string | undefined {
  const { octets, neighbours, profile } = draft
  const jarBytes = Number(mandatoryIn(draft, 'MIDlet-Jar-Size'))
  const { jarBytesMax = Infinity, jadBytesMax = Infinity, suitesMax = Infinity } = profile.limits
  if (octets.length > jadBytesMax) {
    return `a descriptor of ${octets.length} octets, this phone takes ${jadBytesMax}`
  }
  if (jarBytes > jarBytesMax) {
    return `a package of ${jarBytes} octets, this phone takes ${jarBytesMax}`
  }
  const signed = valueIn(draft, 'MIDlet-Jar-RSA-SHA1') !== undefined
  const isFresh = neighbours.compare({ subject: subjectIn(draft), signed }).kind === 'fresh'
  return neighbours.count >= suitesMax && isFresh
    ? `${neighbours.count} suites are installed, this phone takes ${suitesMax}`
    : undefined
}

function refuseNumber(draft: DescriptorDraft, name: string): Refusal | undefined {
  const text = valueIn(draft, name)
  return text === undefined || /^[0-9]{1,15}$/.test(text)
    ? undefined
    : invalidDescriptor(`${name} is ${quote(text)}, not a number of octets`)
}

function quote(text: string): string {
  return `"${escapeText(text, 60)}"`
}
