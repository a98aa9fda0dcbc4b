import { defineCheck } from '../../check.ts'
import { departing, judgeDeparting } from '../../report-forms.ts'

export default defineCheck({
  row: 'S68',
  level: 'field',
  clause: 'FIELD-REPORT-BODY',
  title: 'A report counts by its code, whatever its text',
  applies: (context) =>
    departing(context, 'no text').length > 0 || departing(context, 'other text').length > 0,
  absent: 'no report without text or with another text was sent',
  *judge(context) {
    yield* judgeDeparting(context, { departure: 'no text' }, 'a report without text')
    yield* judgeDeparting(context, { departure: 'other text' }, 'a report with another text')
  },
  explain: `The texts differ in case between phones, and Nokia phones send the bare number where they have no text. A server that compares the whole line loses those reports. Read the three digits and ignore the rest.`,
})
