/**
 * What a received package must be before it is stored: its size, a readable archive, a valid manifest, the identity the
 * descriptor promised, every class it names, a platform this phone has (OTA2 Installation step 3, PKG21 manifest).
 * Authentication comes before the archive is opened, overwrite rules, permissions and push registration after the
 * platform check.
 */
import { attributeValue, numberedAttributes, parseMidletEntry } from '../../wire/attributes.ts'
import type { Attribute } from '../../wire/attributes.ts'
import { escapeText } from '../../wire/escape.ts'
import { inspectJar } from '../../wire/jar.ts'
import type { JarInspection } from '../../wire/jar.ts'
import { parseVersion } from '../../wire/version.ts'
import type {
  InstallPlan,
  Refusal,
  VerificationAnswer,
  VerificationQuestion,
} from '../behaviour.ts'
import { refusePlatform } from './preflight.ts'

const identityNames = ['MIDlet-Name', 'MIDlet-Version', 'MIDlet-Vendor'] as const

export function examinePackage(question: VerificationQuestion): VerificationAnswer {
  const { plan, octets } = question
  const refuse = (refusal: Refusal, installNotify = plan?.installNotify): VerificationAnswer => ({
    kind: 'refuse',
    refusal,
    installNotify,
  })
  const size = refuseSize(question)
  if (size !== undefined) return refuse(size)
  const jar = inspectJar(octets)
  const manifest = jar.manifest?.main ?? []
  const installNotify = readEither('MIDlet-Install-Notify', plan, manifest)
  const refusal =
    refuseArchive(jar) ?? refuseManifest(jar, manifest) ?? refuseContents(question, jar, manifest)
  if (refusal !== undefined) return refuse(refusal, installNotify)
  return {
    kind: 'install',
    subject: plan?.subject ?? subjectOf(manifest),
    installNotify,
    deleteNotify: readEither('MIDlet-Delete-Notify', plan, manifest),
    deleteConfirm: readEither('MIDlet-Delete-Confirm', plan, manifest),
  }
}

/** The descriptor's value, else the manifest's: PKG21 allows these attributes in both. */
function readEither(
  name: string,
  plan: InstallPlan | undefined,
  manifest: readonly Attribute[],
): string | undefined {
  return attributeValue(plan?.attributes ?? [], name) ?? attributeValue(manifest, name)
}

function refuseContents(
  { plan, profile }: VerificationQuestion,
  jar: JarInspection,
  manifest: readonly Attribute[],
): Refusal | undefined {
  const descriptor = plan?.attributes ?? []
  return (
    (plan === undefined ? undefined : refuseIdentity(plan, manifest)) ??
    refuseClasses(jar, descriptor, manifest) ??
    refuseMissingPlatform(descriptor, manifest) ??
    refusePlatform(manifest, profile, 'package')
  )
}

function refuseSize({ octets, plan, freeBytes }: VerificationQuestion): Refusal | undefined {
  if (plan !== undefined && octets.length !== plan.jarBytes) {
    return {
      code: 904,
      reason: `the package has ${octets.length} octets, MIDlet-Jar-Size says ${plan.jarBytes}`,
    }
  }
  return octets.length <= freeBytes
    ? undefined
    : { code: 901, reason: `${octets.length} octets received, ${freeBytes} free` }
}

function invalidJar(reason: string): Refusal {
  return { code: 907, reason }
}

function refuseArchive(jar: JarInspection): Refusal | undefined {
  if (jar.readable) return undefined
  const problem = jar.problems.find(({ blocking }) => blocking)
  if (problem === undefined) return invalidJar('the package cannot be read')
  const entry = problem.entry === undefined ? '' : ` of ${escapeText(problem.entry, 60)}`
  return invalidJar(`${problem.rule}${entry} at octet ${problem.offset}: ${problem.found}`)
}

function refuseManifest(jar: JarInspection, manifest: readonly Attribute[]): Refusal | undefined {
  if (jar.manifest === undefined) return invalidJar('META-INF/MANIFEST.MF is missing')
  const deviation = jar.manifest.deviations.find(({ tolerated }) => !tolerated)
  if (!jar.manifest.wellFormed && deviation !== undefined) {
    return invalidJar(`manifest: ${deviation.rule} in line ${deviation.line}: ${deviation.found}`)
  }
  const missing = identityNames.find((name) => !attributeValue(manifest, name))
  if (missing !== undefined) return invalidJar(`manifest: ${missing} is missing or empty`)
  const version = attributeValue(manifest, 'MIDlet-Version') ?? ''
  return parseVersion(version) === undefined
    ? invalidJar(`manifest: MIDlet-Version is "${escapeText(version, 40)}", not N.N or N.N.N`)
    : undefined
}

function refuseIdentity(plan: InstallPlan, manifest: readonly Attribute[]): Refusal | undefined {
  const differing = identityNames.find(
    (name) => attributeValue(plan.attributes, name) !== attributeValue(manifest, name),
  )
  if (differing === undefined) return undefined
  const told = escapeText(attributeValue(plan.attributes, differing) ?? '', 60)
  const found = escapeText(attributeValue(manifest, differing) ?? '', 60)
  return {
    code: 905,
    reason: `${differing} is "${told}" in the descriptor, "${found}" in the manifest`,
  }
}

function refuseClasses(
  jar: JarInspection,
  descriptor: readonly Attribute[],
  manifest: readonly Attribute[],
): Refusal | undefined {
  const inDescriptor = numberedAttributes(descriptor, 'MIDlet-')
  const entries = inDescriptor.length > 0 ? inDescriptor : numberedAttributes(manifest, 'MIDlet-')
  for (const { attribute } of entries) {
    const midlet = parseMidletEntry(attribute.value)
    if (midlet === undefined) {
      return invalidJar(`${attribute.name} is not "name, icon, class"`)
    }
    const file = `${midlet.className.replaceAll('.', '/')}.class`
    if (!jar.entries.some(({ name }) => name === file)) {
      return invalidJar(`${attribute.name}: ${escapeText(file, 80)} is not in the package`)
    }
  }
  return undefined
}

/** Absent everywhere is 907, present but not implemented 908. */
function refuseMissingPlatform(
  descriptor: readonly Attribute[],
  manifest: readonly Attribute[],
): Refusal | undefined {
  const missing = (['MicroEdition-Profile', 'MicroEdition-Configuration'] as const).find(
    (name) => !attributeValue(descriptor, name) && !attributeValue(manifest, name),
  )
  return missing === undefined
    ? undefined
    : invalidJar(`${missing} stands neither in the descriptor nor in the manifest`)
}

function subjectOf(manifest: readonly Attribute[]): InstallPlan['subject'] {
  return {
    vendor: attributeValue(manifest, 'MIDlet-Vendor') ?? '',
    name: attributeValue(manifest, 'MIDlet-Name') ?? '',
    version: attributeValue(manifest, 'MIDlet-Version') ?? '',
  }
}
