import { defineCheck, fail, pass } from '../../check.ts'
import { answeredReports } from '../../report-forms.ts'

export default defineCheck({
  row: 'S74',
  level: 'field',
  clause: 'FIELD-REPORT-REDIRECT',
  title: 'A notify URL does not redirect',
  applies: ({ evidence }) => evidence.reports.some(({ response }) => response !== undefined),
  absent: 'no report was answered',
  *judge(context) {
    for (const report of answeredReports(context)) {
      const { status } = report.response
      const isWrong = status >= 300 && status < 400
      yield isWrong
        ? fail(report, {
            actual: `redirect ${status} for a report`,
            expected: 'an answer in place',
          })
        : pass(report, 'the report was answered in place')
    }
  },
  explain: `phoneME takes a redirect for a failure; the Nokia runtime posts to the old URL again, up to six times. Point MIDlet-Install-Notify at the place that answers.`,
})
