import { defineCheck } from '../../check.ts'
import { judgeDeviations, judgeLegible } from '../../legible-descriptors.ts'

export default defineCheck({
  row: 'S08',
  level: 'field',
  clause: 'FIELD-JAD-BLANK-LINES',
  title: 'A descriptor has no blank lines',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  judge: (context) =>
    judgeLegible(context, (found) =>
      judgeDeviations(found, {
        isOne: ({ rule }) => rule === 'blank-line' || rule === 'white-line',
        expected: 'attributes line by line',
        none: 'no blank lines',
      }),
    ),
  explain: `The grammar of MIDP 2.0 allows blank lines, and yet some phones refuse a descriptor that has one, at its end too. Leave them out.`,
})
