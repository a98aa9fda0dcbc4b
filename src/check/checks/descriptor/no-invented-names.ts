import { defineCheck, fail, pass } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { classifyName, rightCaseOf } from '../../attribute-names.ts'
import { judgeLegible, placeIn } from '../../legible-descriptors.ts'
import type { DescriptorEvidence } from '../../evidence.ts'

export default defineCheck({
  row: 'S15',
  level: 'must',
  clause: 'PKG21-JAD-RESERVED',
  title: 'A descriptor has no home-made MIDlet- or MicroEdition- attributes',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  judge: (context) => judgeLegible(context, judgeDescriptor),
  explain: `These prefixes are reserved, and Nokia Series 40 phones refuse a descriptor with a name they do not know. Give attributes of your own another prefix.`,
})

function* judgeDescriptor(found: DescriptorEvidence) {
  const invented = found.descriptor.attributes.find(
    ({ name }) => classifyName(name) === 'invented' && rightCaseOf(name) === undefined,
  )
  yield invented === undefined
    ? pass(found, 'no invented names')
    : fail(found, {
        actual: `"${escapeText(invented.name, 60)}" in ${placeIn(invented)}`,
        expected: 'a name of the specification, or one without the reserved prefix',
      })
}
