import { defineCheck, fail, pass } from '../../check.ts'
import { isBroken } from '../../report-forms.ts'
import { formOf } from '../../download-reports.ts'

export default defineCheck({
  row: 'W59',
  level: 'must',
  clause: 'DLOTA-REPORT',
  title: 'The server answers the report of a download with 200',
  applies: ({ evidence }) => evidence.downloadReports.some((one) => formOf(one) === 'success'),
  absent: 'no download was reported (the descriptor may have no installNotifyURI)',
  *judge({ evidence }) {
    for (const report of evidence.downloadReports) {
      if (formOf(report) !== 'success') continue
      const status = report.response?.status
      if (status === 200) yield pass(report, 'the report of 900 was answered 200')
      else if (status !== undefined || isBroken(report)) {
        yield fail(report, {
          actual: status === undefined ? 'no answer to the report' : `status ${status}`,
          expected: '200',
        })
      }
    }
  },
  explain: `The object may be used only when the server has confirmed the report: Chromium and phoneME take 200 for that and nothing else, and delete what came after any other answer. The user has paid and has nothing. Answer 200 with an empty body.`,
})
