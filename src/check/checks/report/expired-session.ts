import { defineCheck } from '../../check.ts'
import { judgeLate, lateReports } from '../../report-forms.ts'

export default defineCheck({
  row: 'S72',
  level: 'field',
  clause: 'FIELD-REPORT-LATE',
  title: 'A report for a session that has long ended is answered with 200',
  applies: (context) => lateReports(context, 'install').length > 0,
  absent: 'no install report was sent days after its descriptor',
  judge: (context) => judgeLate(context, 'install'),
  explain: `The clause on the answer makes no exception for sessions the server has forgotten, and phones retry an unanswered report only when the suite is started, perhaps weeks later. A 404 or 410 keeps the report in the queue for nothing. Answer 200 and ignore what you cannot place.`,
})
