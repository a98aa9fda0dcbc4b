import { defineCheck, fail, pass } from '../../check.ts'
import { judgeLegible, placeIn } from '../../legible-descriptors.ts'
import type { DescriptorEvidence } from '../../evidence.ts'

export default defineCheck({
  row: 'S05',
  level: 'field',
  clause: 'PKG21-JAD-FIRST-CHARACTER',
  title: 'A descriptor begins with its first attribute, without a byte order mark',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  judge: (context) => judgeLegible(context, judgeDescriptor),
  explain: `The grammar knows no byte order mark: phoneME reads it as part of the first name, so that the first attribute is missing and the descriptor is invalid (906). Save descriptors as UTF-8 without it.`,
})

function* judgeDescriptor(found: DescriptorEvidence) {
  const departure = found.descriptor.deviations.find(({ rule }) => rule === 'byte-order-mark')
  yield departure === undefined
    ? pass(found, 'no byte order mark')
    : fail(found, {
        actual: `${departure.rule} in ${placeIn(departure)}: "${departure.found}"`,
        expected: 'the first attribute at octet 0',
      })
}
