import { defineCheck, fail, pass } from '../../check.ts'
import { judgeLegible, placeIn } from '../../legible-descriptors.ts'
import type { DescriptorEvidence } from '../../evidence.ts'

export default defineCheck({
  row: 'S07',
  level: 'field',
  clause: 'PKG21-JAD-LINE-END',
  title: 'A descriptor ends with the line end of its last attribute',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  judge: (context) => judgeLegible(context, judgeDescriptor),
  explain: `The Nokia runtime loses a last line that does not end, and what a server adds to every page, a footer or a counter, is no attribute and makes the descriptor invalid. End the last line, and keep filters of the web server away from descriptors.`,
})

function* judgeDescriptor(found: DescriptorEvidence) {
  const { attributes, deviations } = found.descriptor
  const lastLine = Math.max(0, ...attributes.map(({ line }) => line))
  const departure = deviations.find(
    ({ rule, line, tolerated }) => rule === 'no-final-line-end' || (!tolerated && line > lastLine),
  )
  yield departure === undefined
    ? pass(found, 'ends with a line end')
    : fail(found, {
        actual: `${departure.rule} in ${placeIn(departure)}: "${departure.found}"`,
        expected: 'nothing behind the line end of the last attribute',
      })
}
