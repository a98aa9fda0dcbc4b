import { escapeText } from '../../../wire/escape.ts'
import { spellingOf } from '../../../wire/reserved-names.ts'
import { defineCheck, fail, type Judgement, pass } from '../../check.ts'
import type { DescriptorEvidence } from '../../evidence.ts'
import { judgeLegible, placeIn } from '../../legible-descriptors.ts'

export default defineCheck({
  row: 'S11',
  level: 'must',
  clause: 'PKG21-JAD-NAMES',
  title: 'Attribute names are spelled as specified, case included',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  judge: (context) => judgeLegible(context, judgeDescriptor),
  explain: `Names are compared letter by letter, so a name in another case is another attribute, and the one that was meant is missing: a mandatory one makes the descriptor invalid (906), a notify URL is never used. Desktop emulators forgive it, which is why it goes unseen. Spell the names as the specification does.`,
})

function* judgeDescriptor(found: DescriptorEvidence): Iterable<Judgement> {
  const wrong = found.descriptor.attributes.filter(({ name }) => spellingOf(name) !== undefined)
  if (wrong.length === 0) yield pass(found, 'all names in the right case')
  for (const attribute of wrong) {
    yield fail(found, {
      actual: `"${escapeText(attribute.name, 60)}" in ${placeIn(attribute)}`,
      expected: `"${spellingOf(attribute.name)}"`,
    })
  }
}
