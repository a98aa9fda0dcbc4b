import { defineCheck } from '../../check.ts'
import { judgeDeviations, judgeLegible } from '../../legible-descriptors.ts'

export default defineCheck({
  row: 'S05',
  level: 'field',
  clause: 'PKG21-JAD-FIRST-CHARACTER',
  title: 'A descriptor begins with its first attribute, without a byte order mark',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  judge: (context) =>
    judgeLegible(context, (found) =>
      judgeDeviations(found, {
        isOne: ({ rule }) => rule === 'byte-order-mark',
        expected: 'the first attribute at octet 0',
        none: 'begins with its first attribute',
      }),
    ),
  explain: `The grammar knows no byte order mark. phoneME reads it as part of the first name, so that the first attribute is missing and the descriptor is invalid (906); Nokia phones skip it, which is why it goes unseen. Save descriptors as UTF-8 without it.`,
})
