import { defineCheck, fail, pass } from '../../check.ts'
import { answeredReports } from '../../report-forms.ts'
import { escapeText } from '../../../wire/escape.ts'
import { headerValues } from '../../../wire/http-fields.ts'

export default defineCheck({
  row: 'S62',
  level: 'must',
  clause: 'MIDP2-OTA-REP-11',
  title: 'The answer to a report expires no cookie',
  applies: ({ evidence }) => evidence.reports.some(({ response }) => response !== undefined),
  absent: 'no report was answered',
  *judge(context) {
    for (const report of answeredReports(context)) {
      const cookies = headerValues(report.response.headers, 'Set-Cookie')
      const expiring = cookies.find((cookie) => /;\s*max-age\s*=\s*0\s*(;|$)/i.test(cookie))
      const isWrong = expiring !== undefined
      yield isWrong
        ? fail(report, {
            actual: `Set-Cookie: ${escapeText(expiring, 100)}`,
            expected: 'no cookie with Max-Age=0',
          })
        : pass(report, 'no cookie was expired')
    }
  },
  explain: `This was how servers for MIDP 1.0 ended a session, and MIDP 2.0 forbids it. It shows that the session hangs on cookies, which many phones and networks do not carry. Put the session into the URLs instead.`,
})
