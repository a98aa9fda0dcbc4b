import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, type Judgement, pass } from '../../check.ts'
import type { DescriptorEvidence } from '../../evidence.ts'
import { judgeLegible, placeIn } from '../../legible-descriptors.ts'

export default defineCheck({
  row: 'S14',
  level: 'must',
  clause: 'PKG21-JAD-DUPLICATES',
  title: 'No attribute stands twice in a descriptor',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  judge: (context) => judgeLegible(context, judgeDescriptor),
  explain: `Which of the two counts is specified nowhere; phoneME and Nokia phones take the last. A server that appends its own notify URL to a file that has one already is the usual cause, and which of the two servers hears of the installation is then up to the phone. Replace the line instead of adding one.`,
})

function* judgeDescriptor(found: DescriptorEvidence): Iterable<Judgement> {
  const lines = new Map<string, number>()
  let repeated = 0
  for (const attribute of found.descriptor.attributes) {
    const { name, line } = attribute
    const firstLine = lines.get(name)
    if (firstLine === undefined) {
      lines.set(name, line)
      continue
    }
    repeated += 1
    yield fail(found, {
      actual: `"${escapeText(name, 60)}" in line ${firstLine} and again in ${placeIn(attribute)}`,
      expected: 'each name once',
    })
  }
  if (repeated === 0) yield pass(found, 'each name stands once')
}
