import { defineCheck } from '../../check.ts'
import { departing, judgeDeparting } from '../../report-forms.ts'

export default defineCheck({
  row: 'S71',
  level: 'field',
  clause: 'FIELD-REPORT-REPEATED',
  title: 'The same report is answered with 200 each time it comes',
  applies: (context) => departing(context, 'repeated').length > 0,
  absent: 'no report was sent twice',
  judge: (context) =>
    judgeDeparting(context, { departure: 'repeated' }, 'a report that had come before'),
  explain: `When an answer is lost the phone must send the report again, and Nokia phones may post six times on a redirect. A server that answers the second one with an error keeps it coming. Count a session once, answer 200 every time.`,
})
