import { defineCheck, fail, pass } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { judgeLegible, placeIn } from '../../legible-descriptors.ts'
import type { DescriptorEvidence } from '../../evidence.ts'

export default defineCheck({
  row: 'S14',
  level: 'must',
  clause: 'PKG21-JAD-DUPLICATES',
  title: 'No attribute stands twice in a descriptor',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  judge: (context) => judgeLegible(context, judgeDescriptor),
  explain: `Which of the two counts is specified nowhere; the implementations that are known take the last. Servers that append their own notify URL to a file that has one already cause it. Replace the line instead of adding one.`,
})

function* judgeDescriptor(found: DescriptorEvidence) {
  const names = found.descriptor.attributes.map(({ name }) => name)
  const second = found.descriptor.attributes.find(({ name }, index) => names.indexOf(name) < index)
  yield second === undefined
    ? pass(found, 'each name stands once')
    : fail(found, {
        actual: `"${escapeText(second.name, 60)}" again in ${placeIn(second)}`,
        expected: 'each name once',
      })
}
