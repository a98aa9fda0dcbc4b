import { defineCheck, fail, pass } from '../../check.ts'
import { judgeLegible, placeIn } from '../../legible-descriptors.ts'
import type { DescriptorEvidence } from '../../evidence.ts'

export default defineCheck({
  row: 'S08',
  level: 'field',
  clause: 'FIELD-JAD-BLANK-LINES',
  title: 'A descriptor has no blank lines',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  judge: (context) => judgeLegible(context, judgeDescriptor),
  explain: `The grammar allows blank lines, and yet some phones stop at the first. Leave them out.`,
})

function* judgeDescriptor(found: DescriptorEvidence) {
  const departure = found.descriptor.deviations.find(
    ({ rule }) => rule === 'blank-line' || rule === 'white-line',
  )
  yield departure === undefined
    ? pass(found, 'no blank lines')
    : fail(found, {
        actual: `${departure.rule} in ${placeIn(departure)}: "${departure.found}"`,
        expected: 'no blank line',
      })
}
