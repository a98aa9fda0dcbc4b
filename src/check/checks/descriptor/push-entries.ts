import { defineCheck, fail, pass } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { numberedAttributes, parseMidletEntry, parsePushEntry } from '../../../wire/attributes.ts'
import { judgeLegible } from '../../legible-descriptors.ts'
import type { DescriptorEvidence } from '../../evidence.ts'

export default defineCheck({
  row: 'S28',
  level: 'must',
  clause: 'PUSH21-STATIC',
  title: 'Push entries have three parts, are numbered from 1, and name a MIDlet of the suite',
  applies: ({ evidence }) =>
    evidence.descriptors.some(({ descriptor }) =>
      descriptor.attributes.some(({ name }) => name.startsWith('MIDlet-Push-')),
    ),
  absent: 'no descriptor has push entries',
  judge: (context) => judgeLegible(context, judgeDescriptor),
  explain: `An entry that a phone cannot register makes the whole installation fail with 911 (some phones say 906). Entries behind a gap in the numbering are not seen at all. Number them from 1 and name a class of the suite.`,
})

function* judgeDescriptor(found: DescriptorEvidence) {
  const { attributes } = found.descriptor
  const stated = attributes.filter(({ name }) => /^MIDlet-Push-[0-9]+$/.test(name))
  if (stated.length === 0) return
  const entries = numberedAttributes(attributes, 'MIDlet-Push-')
  const classes = numberedAttributes(attributes, 'MIDlet-').map(
    ({ attribute }) => parseMidletEntry(attribute.value)?.className,
  )
  const lost = stated.find((one) => !entries.some(({ attribute }) => attribute.name === one.name))
  if (lost !== undefined) {
    yield fail(found, {
      actual: `${lost.name} behind a gap`,
      expected: 'push entries numbered from 1 without a gap',
    })
  }
  for (const { attribute } of entries) {
    const push = parsePushEntry(attribute.value)
    if (push === undefined) {
      yield fail(found, {
        actual: `${attribute.name} "${escapeText(attribute.value, 60)}"`,
        expected: 'connection, class, allowed sender',
      })
    } else if (classes.length > 0 && !classes.includes(push.className)) {
      yield fail(found, {
        actual: `${attribute.name} for ${escapeText(push.className, 60)}`,
        expected: 'the class of a MIDlet of the suite',
      })
    } else yield pass(found, `${attribute.name} names ${push.className}`)
  }
}
