import { defineCheck, fail, pass } from '../../check.ts'
import { answeredReports } from '../../report-forms.ts'
import { escapeOctets } from '../../../wire/escape.ts'

export default defineCheck({
  row: 'S61',
  level: 'should',
  clause: 'MIDP2-OTA-REP-08',
  title: 'The answer to a report has no content',
  applies: ({ evidence }) => evidence.reports.some(({ response }) => response?.status === 200),
  absent: 'no report was answered 200',
  *judge(context) {
    for (const report of answeredReports(context)) {
      const { status, body } = report.response
      // The page of an error is for report/answered-with-200 to tell.
      if (status !== 200) continue
      yield body.length > 0
        ? fail(report, {
            actual: `content of ${body.length} octets, "${escapeOctets(body, 60)}"`,
            expected: 'an empty body',
          })
        : pass(report, 'the answer was empty')
    }
  },
  explain: `Phones must ignore the content, and their users may pay for it by the octet. Send Content-Length: 0.`,
})
