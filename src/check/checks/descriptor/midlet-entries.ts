import { defineCheck, fail, pass } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { numberedAttributes, parseMidletEntry } from '../../../wire/attributes.ts'
import { judgeLegible } from '../../legible-descriptors.ts'
import type { DescriptorEvidence } from '../../evidence.ts'

export default defineCheck({
  row: 'S29',
  level: 'must',
  clause: 'PKG21-MIDLETS',
  title: 'MIDlets are numbered from 1 without gaps, each with name, icon and class',
  applies: ({ evidence }) =>
    evidence.descriptors.some(({ descriptor }) =>
      descriptor.attributes.some(({ name }) => /^MIDlet-[0-9]+$/.test(name)),
    ),
  absent: 'no descriptor lists its MIDlets',
  judge: (context) => judgeLegible(context, judgeDescriptor),
  explain: `The first gap ends the list: the MIDlets behind it do not exist for the phone. An entry without three parts is reported with 906. Number them without gaps.`,
})

function* judgeDescriptor(found: DescriptorEvidence) {
  const { attributes } = found.descriptor
  const stated = attributes.filter(({ name }) => /^MIDlet-[0-9]+$/.test(name))
  if (stated.length === 0) return
  const entries = numberedAttributes(attributes, 'MIDlet-')
  const lost = stated.find((one) => !entries.some(({ attribute }) => attribute.name === one.name))
  if (lost !== undefined) {
    yield fail(found, {
      actual: `${lost.name} behind a gap`,
      expected: 'MIDlets numbered from 1 without a gap',
    })
  }
  const broken = entries.find(({ attribute }) => parseMidletEntry(attribute.value) === undefined)
  if (broken !== undefined) {
    yield fail(found, {
      actual: `${broken.attribute.name} "${escapeText(broken.attribute.value, 60)}"`,
      expected: 'name, icon, class',
    })
  }
  if (lost === undefined && broken === undefined) yield pass(found, `${entries.length} MIDlets`)
}
