import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, type Judgement, pass } from '../../check.ts'
import type { DescriptorEvidence } from '../../evidence.ts'
import { judgeLegible } from '../../legible-descriptors.ts'

export default defineCheck({
  row: 'S13',
  level: 'must',
  clause: 'PKG21-JAR-SIZE',
  title: 'MIDlet-Jar-Size is a plain number of octets',
  applies: ({ evidence }) =>
    evidence.descriptors.some(({ value }) => Boolean(value('MIDlet-Jar-Size'))),
  absent: 'no descriptor has a MIDlet-Jar-Size that can be read',
  judge: (context) => judgeLegible(context, judgeDescriptor),
  explain: `Phones read decimal digits and nothing else; a unit, a sign or a separator makes the descriptor invalid (906). State the size of the file in octets, measured when the descriptor is written.`,
})

function* judgeDescriptor(found: DescriptorEvidence): Iterable<Judgement> {
  const size = found.value('MIDlet-Jar-Size')
  if (size === undefined || size === '') return
  yield /^[0-9]+$/.test(size)
    ? pass(found, `MIDlet-Jar-Size ${escapeText(size, 40)}`)
    : fail(found, {
        actual: `MIDlet-Jar-Size "${escapeText(size, 40)}"`,
        expected: 'decimal digits',
      })
}
