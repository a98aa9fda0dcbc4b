import type { Deviation } from '../../../wire/attributes.ts'
import { defineCheck } from '../../check.ts'
import { judgeDeviations, judgeLegible } from '../../legible-descriptors.ts'

export default defineCheck({
  row: 'S07',
  level: 'field',
  clause: 'PKG21-JAD-LINE-END',
  title: 'A descriptor ends with the line end of its last attribute, and holds no markup',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  judge: (context) =>
    judgeLegible(context, (found) => {
      const lastLine = Math.max(0, ...found.descriptor.attributes.map(({ line }) => line))
      return judgeDeviations(found, {
        isOne: (deviation) =>
          deviation.rule === 'no-final-line-end' || isAddition(deviation, lastLine),
        expected: 'nothing but attributes, each with its line end',
        none: 'ends with a line end',
      })
    }),
  explain: `The grammar closes every line; most phones forgive a last one that does not end, but a server or gateway that appends a notify URL to it spoils both lines. What web servers add to every page, a footer or a counter, is no attribute, and phones refuse the whole descriptor for it (906). End the last line, and keep filters of the web server away from descriptors.`,
})

/** Left behind by something that takes the descriptor for a page. */
function isAddition({ rule, line, found, tolerated }: Deviation, lastLine: number): boolean {
  if (tolerated) return false
  return found.trimStart().startsWith('<') || (rule === 'line-without-colon' && line > lastLine)
}
