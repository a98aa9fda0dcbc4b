/**
 * The examination of a descriptor before the package is fetched: decoding, grammar, mandatory attributes, values,
 * profile and configuration, memory, in that order (OTA2 Discovery steps 2 to 4, PKG21 descriptor). The first problem
 * found decides; a notify URL that could be read survives it.
 */
import {
  attributeValue,
  numberedAttributes,
  parseMidletEntry,
  parsePushEntry,
  splitProfiles,
} from '../../wire/attributes.ts'
import type { Attribute } from '../../wire/attributes.ts'
import { escapeText } from '../../wire/escape.ts'
import { resolveUrl } from '../../wire/http-url.ts'
import { jadBytesMax, parseJad } from '../../wire/jad.ts'
import type { JadTolerance } from '../../wire/jad-tolerance.table.ts'
import type { Descriptor } from '../../wire/jad.ts'
import { parseVersion } from '../../wire/version.ts'
import type { Profile } from '../../profile/profile.ts'
import type { InstallPlan, PreflightAnswer, PreflightQuestion, Refusal } from '../behaviour.ts'

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

/** UTF-8 encoded characters of a notify URL (OTA2 Additional descriptor attributes). */
const notifyUrlCharactersMax = 256

export function examineDescriptor(
  question: PreflightQuestion,
  tolerance: JadTolerance,
): PreflightAnswer {
  const bytes = question.octets.length
  if (bytes > jadBytesMax) {
    return refuse(invalidDescriptor(`${bytes} octets, at most ${jadBytesMax} are read`), undefined)
  }
  const descriptor = parseJad(question.octets, {
    tolerance,
    ...(question.charset === undefined ? {} : { charset: question.charset }),
  })
  const installNotify = attributeValue(descriptor.attributes, 'MIDlet-Install-Notify')
  const refusal =
    refuseGrammar(descriptor) ??
    refuseMandatory(descriptor.attributes) ??
    refuseValues(descriptor.attributes) ??
    refusePlatform(descriptor.attributes, question.profile, 'descriptor')
  if (refusal !== undefined) return { kind: 'refuse', refusal, installNotify }
  const packageUrl = resolveUrl(question.url, valueOf(descriptor.attributes, 'MIDlet-Jar-URL'))
  if (packageUrl === undefined) {
    return refuse(invalidDescriptor('MIDlet-Jar-URL is not a usable URL'), installNotify)
  }
  const plan = makePlan(descriptor.attributes, question.url, packageUrl)
  const memory = refuseMemory(plan, question)
  return memory === undefined ? { kind: 'proceed', plan } : refuse(memory, installNotify)
}

function refuse(refusal: Refusal, installNotify: string | undefined): PreflightAnswer {
  return { kind: 'refuse', refusal, installNotify }
}

function invalidDescriptor(reason: string): Refusal {
  return { code: 906, reason }
}

function refuseGrammar(descriptor: Descriptor): Refusal | undefined {
  if (descriptor.wellFormed) return undefined
  const deviation = descriptor.deviations.find(({ tolerated }) => !tolerated)
  if (deviation === undefined) return invalidDescriptor('the descriptor cannot be read')
  const { rule, line, offset, found } = deviation
  return invalidDescriptor(`${rule} in line ${line} at octet ${offset}: ${found}`)
}

function refuseMandatory(attributes: readonly Attribute[]): Refusal | undefined {
  const missing = mandatoryNames.find((name) => !attributeValue(attributes, name))
  return missing === undefined ? undefined : invalidDescriptor(`${missing} is missing or empty`)
}

function refuseValues(attributes: readonly Attribute[]): Refusal | undefined {
  const version = valueOf(attributes, 'MIDlet-Version')
  if (parseVersion(version) === undefined) {
    return invalidDescriptor(`MIDlet-Version is ${quote(version)}, not N.N or N.N.N`)
  }
  return (
    refuseNumber(attributes, 'MIDlet-Jar-Size') ??
    refuseNumber(attributes, 'MIDlet-Data-Size') ??
    refuseEntries(attributes) ??
    refuseRepeats(attributes) ??
    refuseLongNotify(attributes)
  )
}

function refuseNumber(attributes: readonly Attribute[], name: string): Refusal | undefined {
  const text = attributeValue(attributes, name)
  return text === undefined || isCount(text)
    ? undefined
    : invalidDescriptor(`${name} is ${quote(text)}, not a number of octets`)
}

function refuseEntries(attributes: readonly Attribute[]): Refusal | undefined {
  const midlet = numberedAttributes(attributes, 'MIDlet-').find(
    ({ attribute }) => parseMidletEntry(attribute.value) === undefined,
  )
  if (midlet !== undefined) {
    return invalidDescriptor(`${midlet.attribute.name} is not "name, icon, class"`)
  }
  const push = numberedAttributes(attributes, 'MIDlet-Push-').find(
    ({ attribute }) => parsePushEntry(attribute.value) === undefined,
  )
  return push === undefined
    ? undefined
    : invalidDescriptor(`${push.attribute.name} is not "connection, class, allowed sender"`)
}

function refuseRepeats(attributes: readonly Attribute[]): Refusal | undefined {
  const repeated = onceOnlyNames.find(
    (name) => attributes.filter((attribute) => attribute.name === name).length > 1,
  )
  return repeated === undefined ? undefined : invalidDescriptor(`${repeated} stands more than once`)
}

function refuseLongNotify(attributes: readonly Attribute[]): Refusal | undefined {
  const tooLong = (['MIDlet-Install-Notify', 'MIDlet-Delete-Notify'] as const).find(
    (name) => Array.from(attributeValue(attributes, name) ?? '').length > notifyUrlCharactersMax,
  )
  return tooLong === undefined
    ? undefined
    : invalidDescriptor(`${tooLong} is longer than ${notifyUrlCharactersMax} characters`)
}

/**
 * Every listed profile, and the configuration, must be implemented (PKG21 MicroEdition-Profile, OTA2 status table).
 *
 * @param where for the reason: `descriptor` or `package`
 */
export function refusePlatform(
  attributes: readonly Attribute[],
  profile: Profile,
  where: string,
): Refusal | undefined {
  const profiles = splitProfiles(attributeValue(attributes, 'MicroEdition-Profile') ?? '')
  const configurations = splitProfiles(
    attributeValue(attributes, 'MicroEdition-Configuration') ?? '',
  )
  const missing =
    profiles.find((name) => !profile.midpProfiles.includes(name)) ??
    configurations.find((name) => !profile.configurations.includes(name))
  return missing === undefined
    ? undefined
    : { code: 908, reason: `the ${where} asks for ${quote(missing)}, which this phone has not` }
}

function refuseMemory(plan: InstallPlan, question: PreflightQuestion): Refusal | undefined {
  const { jarBytesMax } = question.profile.limits
  if (jarBytesMax !== undefined && plan.jarBytes > jarBytesMax) {
    return {
      code: 901,
      reason: `a package of ${plan.jarBytes} octets, this phone takes ${jarBytesMax}`,
    }
  }
  const needed = plan.jarBytes + Number(attributeValue(plan.attributes, 'MIDlet-Data-Size') ?? 0)
  return needed <= question.freeBytes
    ? undefined
    : { code: 901, reason: `${needed} octets needed, ${question.freeBytes} free` }
}

function makePlan(
  attributes: readonly Attribute[],
  descriptorUrl: string,
  packageUrl: string,
): InstallPlan {
  return {
    subject: {
      vendor: valueOf(attributes, 'MIDlet-Vendor'),
      name: valueOf(attributes, 'MIDlet-Name'),
      version: valueOf(attributes, 'MIDlet-Version'),
    },
    descriptorUrl,
    packageUrl,
    jarBytes: Number(valueOf(attributes, 'MIDlet-Jar-Size')),
    attributes,
    installNotify: attributeValue(attributes, 'MIDlet-Install-Notify'),
    deleteNotify: attributeValue(attributes, 'MIDlet-Delete-Notify'),
    deleteConfirm: attributeValue(attributes, 'MIDlet-Delete-Confirm'),
  }
}

/** Value of an attribute that an earlier rule has found present. */
function valueOf(attributes: readonly Attribute[], name: string): string {
  return attributeValue(attributes, name) ?? ''
}

function isCount(text: string): boolean {
  return /^[0-9]{1,15}$/.test(text)
}

function quote(text: string): string {
  return `"${escapeText(text, 60)}"`
}
