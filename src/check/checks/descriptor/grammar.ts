import { defineCheck, fail, pass } from '../../check.ts'
import { judgeLegible, placeIn } from '../../legible-descriptors.ts'
import type { DescriptorEvidence } from '../../evidence.ts'

export default defineCheck({
  row: 'S06',
  level: 'must',
  clause: 'PKG21-JAD-GRAMMAR',
  title: 'A descriptor follows the grammar of descriptors',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  judge: (context) => judgeLegible(context, judgeDescriptor),
  explain: `A line that is no attribute makes the whole descriptor invalid (906); the Nokia runtime stops there and does not even report it. Folded lines belong to manifests: each phone treats them in another way in a descriptor. Write one attribute a line, without blanks before the colon.`,
})

function* judgeDescriptor(found: DescriptorEvidence) {
  const departure = found.descriptor.deviations.find(
    ({ rule, tolerated }) =>
      !tolerated && rule !== 'unsupported-charset' && rule !== 'undecodable-octets',
  )
  yield departure === undefined
    ? pass(found, `${found.descriptor.attributes.length} attributes, all well-formed`)
    : fail(found, {
        actual: `${departure.rule} in ${placeIn(departure)}: "${departure.found}"`,
        expected: 'lines of the form name, colon, value',
      })
}
