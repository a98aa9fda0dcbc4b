import { defineCheck } from '../../check.ts'
import { judgeLate, lateReports } from '../../report-forms.ts'

export default defineCheck({
  row: 'S70',
  level: 'field',
  clause: 'FIELD-REPORT-LATE',
  title: 'A deletion is taken long after the installation',
  applies: (context) => lateReports(context, 'delete').length > 0,
  absent: 'no deletion was reported days after its descriptor',
  judge: (context) => judgeLate(context, 'delete'),
  explain: `A deletion report goes out with the next installation, which may be months away, and from another address. A session that has ended by then makes the server refuse it, the phone repeats it, and the count of installed suites never goes down. Keep what the notify URL stands for as long as the suite may live.`,
})
