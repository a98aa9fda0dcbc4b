import { defineCheck, fail, pass } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { rightCaseOf } from '../../attribute-names.ts'
import { judgeLegible, placeIn } from '../../legible-descriptors.ts'
import type { DescriptorEvidence } from '../../evidence.ts'

export default defineCheck({
  row: 'S11',
  level: 'must',
  clause: 'PKG21-JAD-NAMES',
  title: 'Attribute names are spelled as specified',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  judge: (context) => judgeLegible(context, judgeDescriptor),
  explain: `Names are compared letter by letter, so a name in another case is another attribute, and the one that was meant is missing. Only some desktop emulators forgive it, which is why it goes unseen.`,
})

function* judgeDescriptor(found: DescriptorEvidence) {
  const wrong = found.descriptor.attributes.find(({ name }) => rightCaseOf(name) !== undefined)
  yield wrong === undefined
    ? pass(found, 'all names in the right case')
    : fail(found, {
        actual: `"${escapeText(wrong.name, 60)}" in ${placeIn(wrong)}`,
        expected: `"${rightCaseOf(wrong.name)}"`,
      })
}
