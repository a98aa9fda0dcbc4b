import { defineCheck, fail, pass } from '../../check.ts'
import { isBroken, plainReports } from '../../report-forms.ts'

export default defineCheck({
  row: 'S60',
  level: 'must',
  clause: 'MIDP2-OTA-REP-07',
  title: 'The server answers a status report with 200 OK',
  applies: (context) => plainReports(context, 'install').length > 0,
  absent: 'no plain install report was sent (the descriptor may have no MIDlet-Install-Notify)',
  *judge(context) {
    for (const report of plainReports(context, 'install')) {
      const status = report.response?.status
      const code = report.report?.code
      if (status === 200) yield pass(report, `the report of ${code} was answered 200`)
      else if (status !== undefined || isBroken(report)) {
        yield fail(report, {
          actual:
            status === undefined
              ? `no answer to the report of ${code}`
              : `status ${status} for the report of ${code}`,
          expected: '200',
        })
      }
    }
  },
  explain: `phoneME and Nokia phones take every other answer, 201, 202 and 204 included, for a failure: they keep the report and send it again whenever the suite is started, and some users pay for each attempt. Answer 200 with an empty body, whatever the code says.`,
})
