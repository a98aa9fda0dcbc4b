import { type Attribute, parseMidletEntry, parsePushEntry } from '../../../wire/attributes.ts'
import { escapeText } from '../../../wire/escape.ts'
import { type CheckContext, defineCheck, fail, inconclusive, pass } from '../../check.ts'
import type { Judgement } from '../../check.ts'
import type { DescriptorEvidence } from '../../evidence.ts'
import { judgeLegible, placeIn } from '../../legible-descriptors.ts'
import { failLost, findEntries, packageOf } from '../../numbered-entries.ts'

const prefix = 'MIDlet-Push-'

export default defineCheck({
  row: 'S28',
  level: 'must',
  clause: 'PUSH21-STATIC',
  title: 'Push entries are in the descriptor, in sequence, and name a class of the suite',
  applies: (context) =>
    context.evidence.descriptors.some(
      (found) => hasPush(found.descriptor.attributes) || hasPush(manifestOf(context, found)),
    ),
  absent: 'neither a descriptor nor a manifest has push entries',
  judge: (context) => judgeLegible(context, (found) => judgeDescriptor(context, found)),
  explain: `An entry that a phone cannot register makes the whole installation fail with 911; Nokia phones report 906 for one without three parts, and phoneME nothing. Entries behind a gap in the numbering are not seen at all, and those in the manifest alone only by some phones. Number them from 1 in the descriptor and name a class of the suite.`,
})

function* judgeDescriptor(context: CheckContext, found: DescriptorEvidence): Iterable<Judgement> {
  const { attributes } = found.descriptor
  const entries = findEntries(attributes, prefix)
  const inManifest = findEntries(manifestOf(context, found), prefix).seen
  yield* failLost(found, entries)
  for (const { name } of inManifest) {
    if (found.value(name) !== undefined) continue
    const cause = packageOf(context, found)
    yield fail(found, {
      actual: `${name} in the manifest alone`,
      expected: 'it in the descriptor too',
      ...(cause === undefined ? {} : { cause }),
    })
  }
  for (const entry of entries.seen) yield judgeEntry(context, found, entry)
}

function judgeEntry(
  context: CheckContext,
  found: DescriptorEvidence,
  attribute: Attribute,
): Judgement {
  const { name, value } = attribute
  const push = parsePushEntry(value)
  if (push === undefined) {
    return fail(found, {
      actual: `${name} "${escapeText(value, 80)}" in ${placeIn(attribute)}`,
      expected: 'connection, class, allowed sender',
    })
  }
  const classes = classesOf(context, found)
  if (classes === undefined) {
    return inconclusive(found, `blocked by package/available: no MIDlets to compare ${name} with`)
  }
  return classes.includes(push.className)
    ? pass(found, `${name} names ${escapeText(push.className, 60)}`)
    : fail(found, {
        actual: `${name} for ${escapeText(push.className, 60)} in ${placeIn(attribute)}`,
        expected: 'the class of a MIDlet of the suite',
      })
}

/** Classes of the suite: those of the descriptor and of the manifest, none where neither is there to say. */
function classesOf(
  context: CheckContext,
  found: DescriptorEvidence,
): readonly string[] | undefined {
  const attributes = [...found.descriptor.attributes, ...manifestOf(context, found)]
  const midlets = attributes.filter(({ name }) => /^MIDlet-[1-9][0-9]*$/.test(name))
  if (midlets.length === 0) return undefined
  return midlets.flatMap(({ value }) => parseMidletEntry(value)?.className ?? [])
}

function manifestOf(context: CheckContext, found: DescriptorEvidence): readonly Attribute[] {
  return packageOf(context, found)?.jar.manifest?.main ?? []
}

function hasPush(attributes: readonly Attribute[]): boolean {
  return attributes.some(({ name }) => name.startsWith(prefix))
}
