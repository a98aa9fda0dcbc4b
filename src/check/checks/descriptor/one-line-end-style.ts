import { defineCheck, fail, pass } from '../../check.ts'
import { judgeLegible } from '../../legible-descriptors.ts'
import type { DescriptorEvidence } from '../../evidence.ts'

export default defineCheck({
  row: 'S09',
  level: 'field',
  clause: 'FIELD-JAD-LINE-ENDS',
  title: 'All lines of a descriptor end in the same way',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  judge: (context) => judgeLegible(context, judgeDescriptor),
  explain: `Mixed line ends come from a server that adds lines to a file written on another system, and some phones answer with 906 or 907. A lone CR ends no line. Write the lines you add as the file has them.`,
})

function* judgeDescriptor(found: DescriptorEvidence) {
  const { crlf, lf, cr } = found.descriptor.lineEnds
  const styles = [crlf > 0 && `${crlf} CR LF`, lf > 0 && `${lf} LF`, cr > 0 && `${cr} CR`].filter(
    Boolean,
  )
  yield styles.length <= 1 && cr === 0
    ? pass(found, `line ends: ${styles.join('')}`)
    : fail(found, {
        actual: `line ends ${styles.join(', ')}`,
        expected: 'CR LF throughout, or LF throughout',
      })
}
