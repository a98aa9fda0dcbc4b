import { type CheckContext, defineCheck, inconclusive } from '../../check.ts'
import { judgeDeparting } from '../../report-forms.ts'

/** Virtual time after which a phone's report counts as late to every server. */
const lateMs = 7 * 86_400_000

const lateOnes = (context: CheckContext) =>
  context.evidence.reports.filter(
    ({ kind, exchange }) => kind === 'install' && exchange.startedAt > lateMs,
  )

export default defineCheck({
  row: 'S72',
  level: 'field',
  clause: 'FIELD-REPORT-LATE',
  title: 'A report for a session that has long ended is answered with 200',
  applies: (context) => lateOnes(context).length > 0,
  absent: 'no report was sent weeks later',
  *judge(context) {
    const reports = lateOnes(context)
    if (context.facts.target.clock) {
      yield* judgeDeparting(
        context,
        { departure: 'late', kind: 'install' },
        'a report that came late',
      )
      return
    }
    for (const report of reports) {
      yield inconclusive(report, 'needs target clock: to this server the report was not late')
    }
  },
  explain: `The clause on the answer makes no exception for sessions the server has forgotten, and phones retry an unanswered report only when the suite is started, perhaps weeks later. A 404 or 410 keeps the report in the queue for nothing. Answer 200 and ignore what you cannot place.`,
})
