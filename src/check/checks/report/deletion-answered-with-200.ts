import { defineCheck, fail, pass } from '../../check.ts'
import { isBroken, plainReports } from '../../report-forms.ts'

export default defineCheck({
  row: 'S69',
  level: 'must',
  clause: 'MIDP2-OTA-REP-06',
  title: 'A deletion report is answered with 200 OK',
  applies: (context) => plainReports(context, 'delete').length > 0,
  absent: 'no deletion was reported',
  *judge(context) {
    for (const report of plainReports(context, 'delete')) {
      const status = report.response?.status
      if (status === 200) yield pass(report, 'the deletion report was answered 200')
      else if (status !== undefined || isBroken(report)) {
        yield fail(report, {
          actual:
            status === undefined
              ? 'no answer to a deletion report'
              : `status ${status} for a deletion report`,
          expected: '200',
        })
      }
    }
  },
  explain: `A phone that gets any other answer keeps 912 in its queue and sends it with each later installation, a few times over. The suite is gone all the same, so the server only loses count. Answer every POST to MIDlet-Delete-Notify with 200 and an empty body.`,
})
