import { type Attribute, parseMidletEntry } from '../../../wire/attributes.ts'
import { escapeText } from '../../../wire/escape.ts'
import { type CheckContext, defineCheck, fail, inconclusive, pass } from '../../check.ts'
import type { Judgement } from '../../check.ts'
import type { DescriptorEvidence } from '../../evidence.ts'
import { judgeLegible, placeIn } from '../../legible-descriptors.ts'
import { failLost, findEntries, packageOf } from '../../numbered-entries.ts'

const somewhere = ['MIDlet-1', 'MicroEdition-Profile', 'MicroEdition-Configuration'] as const

export default defineCheck({
  row: 'S29',
  level: 'must',
  clause: 'PKG21-MIDLETS',
  title: 'MIDlets are in sequence, and they, profile and configuration are named somewhere',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  judge: (context) => judgeLegible(context, (found) => judgeDescriptor(context, found)),
  explain: `The first gap ends the list: the MIDlets behind it do not exist for the phone. An entry without name, icon and class is reported with 906, and a suite that names its MIDlets, its profile or its configuration neither in the descriptor nor in the manifest with 907. Number the MIDlets without gaps and put all three into the manifest at least.`,
})

function* judgeDescriptor(context: CheckContext, found: DescriptorEvidence): Iterable<Judgement> {
  const entries = findEntries(found.descriptor.attributes, 'MIDlet-')
  yield* failLost(found, entries)
  const broken = entries.seen.filter(({ value }) => parseMidletEntry(value) === undefined)
  for (const attribute of broken) yield failEntry(found, attribute)
  for (const name of somewhere) {
    if (!found.value(name)) yield* judgeManifest(context, found, name)
  }
  if (entries.lost.length === 0 && broken.length === 0) {
    yield pass(found, `${entries.seen.length} MIDlets in sequence`)
  }
}

function failEntry(found: DescriptorEvidence, attribute: Attribute): Judgement {
  return fail(found, {
    actual: `${attribute.name} "${escapeText(attribute.value, 80)}" in ${placeIn(attribute)}`,
    expected: 'name, icon, class',
  })
}

/** What the descriptor leaves out has to be in the manifest, if the phone got that far. */
function* judgeManifest(
  context: CheckContext,
  found: DescriptorEvidence,
  name: (typeof somewhere)[number],
): Iterable<Judgement> {
  const inside = packageOf(context, found)
  const main = inside?.jar.manifest?.main
  if (inside === undefined) return
  if (main === undefined) {
    yield inconclusive(found, `blocked by package/readable-archive: no manifest to find ${name} in`)
  } else if (!main.some((attribute) => attribute.name === name && attribute.value !== '')) {
    yield fail(found, {
      actual: `neither descriptor nor manifest with ${name}`,
      expected: 'it in one of them',
      cause: inside,
    })
  }
}
