import { defineCheck, fail, pass } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { judgeLegible } from '../../legible-descriptors.ts'
import type { DescriptorEvidence } from '../../evidence.ts'

export default defineCheck({
  row: 'S13',
  level: 'must',
  clause: 'PKG21-JAR-SIZE',
  title: 'MIDlet-Jar-Size is a plain number of octets',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  judge: (context) => judgeLegible(context, judgeDescriptor),
  explain: `Phones read the number and nothing else; a unit, a sign or a separator makes the descriptor invalid (906). State the size of the file in octets.`,
})

function* judgeDescriptor(found: DescriptorEvidence) {
  const size = found.value('MIDlet-Jar-Size')
  if (size === undefined || size === '') return
  yield /^[0-9]+$/.test(size)
    ? pass(found, `MIDlet-Jar-Size ${size}`)
    : fail(found, {
        actual: `MIDlet-Jar-Size "${escapeText(size, 40)}"`,
        expected: 'decimal digits',
      })
}
