import { defineCheck, fail, pass } from '../../check.ts'
import { answeredReports } from '../../report-forms.ts'

export default defineCheck({
  row: 'S73',
  level: 'field',
  clause: 'FIELD-REPORT-AUTH',
  title: 'A notify URL asks for no credentials',
  applies: ({ evidence }) => evidence.reports.some(({ response }) => response !== undefined),
  absent: 'no report was answered',
  *judge(context) {
    for (const report of answeredReports(context)) {
      const { status } = report.response
      const isWrong = status === 401 || status === 407
      yield isWrong
        ? fail(report, {
            actual: `status ${status} for a report`,
            expected: 'an answer without a challenge',
          })
        : pass(report, 'no credentials were asked for')
    }
  },
  explain: `Nokia phones do not support authentication for reports and phoneME sends none, so a protected notify URL never hears of an installation. Leave it open and make it hard to guess.`,
})
