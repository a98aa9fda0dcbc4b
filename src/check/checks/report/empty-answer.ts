import { defineCheck, fail, pass } from '../../check.ts'
import { answeredReports } from '../../report-forms.ts'
import { escapeOctets } from '../../../wire/escape.ts'

export default defineCheck({
  row: 'S61',
  level: 'should',
  clause: 'MIDP2-OTA-REP-08',
  title: 'The answer to a report has no content',
  applies: ({ evidence }) => evidence.reports.some(({ response }) => response !== undefined),
  absent: 'no report was answered',
  *judge(context) {
    for (const report of answeredReports(context)) {
      const { body } = report.response
      const isWrong = report.response.status === 200 && body.length > 0
      yield isWrong
        ? fail(report, {
            actual: `content of ${body.length} octets, "${escapeOctets(body, 60)}"`,
            expected: 'an empty body',
          })
        : pass(report, 'the answer was empty')
    }
  },
  explain: `Phones must ignore the content, and their users may pay for it by the octet. Send Content-Length: 0.`,
})
