import { type CheckContext, defineCheck, fail, pass } from '../../check.ts'

const probesOf = ({ evidence }: CheckContext) =>
  evidence.exchanges().filter(({ probe }) => probe === 'get-notify-url')

export default defineCheck({
  row: 'S75',
  level: 'field',
  clause: 'FIELD-REPORT-POST',
  title: 'A GET of the notify URL is not taken for a report',
  applies: (context) => probesOf(context).length > 0,
  absent: 'no notify URL was fetched with GET',
  *judge(context) {
    for (const probe of probesOf(context)) {
      const status = probe.response?.status
      if (status === undefined) continue
      yield status >= 200 && status < 300
        ? fail(probe, {
            actual: `status ${status} for a GET of the notify URL`,
            expected: '405 or 404',
          })
        : pass(probe, `a GET of the notify URL was answered ${status}`)
    }
  },
  explain: `Phones report by POST; what comes by GET is a crawler, a prefetching gateway or a curious user. A server that counts it sees installations that never were. Answer GET with 405 and an Allow header.`,
})
