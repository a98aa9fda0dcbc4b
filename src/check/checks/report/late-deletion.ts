import { type CheckContext, defineCheck, inconclusive } from '../../check.ts'
import { judgeDeparting } from '../../report-forms.ts'

/** Virtual time after which a phone's report counts as late to every server. */
const lateMs = 7 * 86_400_000

const lateOnes = (context: CheckContext) =>
  context.evidence.reports.filter(
    ({ kind, exchange }) => kind === 'delete' && exchange.startedAt > lateMs,
  )

export default defineCheck({
  row: 'S70',
  level: 'field',
  clause: 'FIELD-REPORT-LATE',
  title: 'A deletion is taken long after the installation',
  applies: (context) => lateOnes(context).length > 0,
  absent: 'no deletion was reported weeks later',
  *judge(context) {
    const reports = lateOnes(context)
    if (context.facts.target.clock) {
      yield* judgeDeparting(
        context,
        { departure: 'late', kind: 'delete' },
        'a report that came late',
      )
      return
    }
    for (const report of reports) {
      yield inconclusive(report, 'needs target clock: to this server the report was not late')
    }
  },
  explain: `A deletion report goes out with the next installation, which may be months away, and from another address. A session that has ended by then makes the server refuse it, the phone repeats it, and the count of installed suites never goes down. Keep what the notify URL stands for as long as the suite may live.`,
})
