import { defineCheck, fail, pass } from '../../check.ts'

/** A phone waits longer, its user does not. */
const answerMsMax = 5000

export default defineCheck({
  row: 'S76',
  level: 'field',
  clause: 'FIELD-REPORT-TIMEOUT',
  title: 'A report is answered within a few seconds',
  applies: ({ evidence }) => evidence.reports.length > 0,
  absent: 'no report was sent',
  *judge({ evidence }) {
    for (const report of evidence.reports) {
      const { failure, measured } = report.exchange
      const isSilent = failure?.cause === 'timeout'
      const isSlow = measured !== undefined && measured.ms > answerMsMax
      if (isSilent || isSlow) {
        const actual = isSilent
          ? `silence: ${failure.detail}`
          : `answer after more than ${answerMsMax} ms`
        yield fail(report, { actual, expected: `one within ${answerMsMax} ms` })
      } else if (report.response !== undefined)
        yield pass(report, 'the report was answered in time')
    }
  },
  explain: `Nokia phones give a connection 60 seconds, others less, and the user watches. A report that is taken but not answered in time is sent again. Answer first, then do the work.`,
})
