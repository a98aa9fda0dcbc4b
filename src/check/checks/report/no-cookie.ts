import { defineCheck, fail, pass } from '../../check.ts'
import { answeredReports } from '../../report-forms.ts'
import { escapeText } from '../../../wire/escape.ts'
import { headerValues } from '../../../wire/http-fields.ts'

export default defineCheck({
  row: 'S63',
  level: 'field',
  clause: 'MIDP2-OTA-REP-12',
  title: 'The answer to a report sets no cookie',
  applies: ({ evidence }) => evidence.reports.some(({ response }) => response !== undefined),
  absent: 'no report was answered',
  *judge(context) {
    for (const report of answeredReports(context)) {
      const [cookie] = headerValues(report.response.headers, 'Set-Cookie')
      const isWrong = cookie !== undefined
      yield isWrong
        ? fail(report, {
            actual: `Set-Cookie: ${escapeText(cookie, 100)}`,
            expected: 'no Set-Cookie',
          })
        : pass(report, 'no cookie was set')
    }
  },
  explain: `A phone has no use for a cookie here and must ignore one that expires. It is a sign that the server tells sessions by cookies, which MIDP 2.0 phones need not return. Use URLs of their own for each session.`,
})
