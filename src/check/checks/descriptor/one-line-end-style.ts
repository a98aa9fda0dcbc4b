import { defineCheck, fail, type Judgement, pass } from '../../check.ts'
import type { DescriptorEvidence } from '../../evidence.ts'
import { judgeLegible } from '../../legible-descriptors.ts'

export default defineCheck({
  row: 'S09',
  level: 'field',
  clause: 'FIELD-JAD-LINE-ENDS',
  title: 'All lines of a descriptor end in the same way',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  judge: (context) => judgeLegible(context, judgeDescriptor),
  explain: `Mixed line ends come from a server that adds lines to a file written on another system; in the field they end in 907 on some phones. A lone CR ends no line by the grammar, though Nokia phones take it for one. Write the lines you add as the file has them.`,
})

function* judgeDescriptor(found: DescriptorEvidence): Iterable<Judgement> {
  const { crlf, lf, cr } = found.descriptor.lineEnds
  const styles = [
    ...(crlf > 0 ? [`${crlf} CR LF`] : []),
    ...(lf > 0 ? [`${lf} LF`] : []),
    ...(cr > 0 ? [`${cr} lone CR`] : []),
  ]
  const seen = styles.join(', ')
  yield styles.length <= 1 && cr === 0
    ? pass(found, seen === '' ? 'no line ends' : `line ends: ${seen}`)
    : fail(found, {
        actual: `line ends: ${seen}`,
        expected: 'CR LF throughout, or LF throughout',
      })
}
