import { defineCheck, fail, pass } from '../../check.ts'
import { askedObjects } from '../../downloads.ts'
import { isAnswered, refusalOf } from '../../package-fetches.ts'

export default defineCheck({
  row: 'W58',
  level: 'must',
  clause: 'DLOTA-OBJECT',
  title: 'The object is where its download descriptor says',
  applies: (context) => askedObjects(context).length > 0,
  absent: 'no object was asked for',
  *judge(context) {
    for (const { exchange, download } of askedObjects(context)) {
      const refusal = refusalOf(exchange)
      if (isAnswered(exchange) && exchange.response.status === 200) {
        yield pass(exchange, 'status 200')
      } else if (refusal !== undefined) {
        yield fail(exchange, { actual: refusal, expected: 'the object', cause: download })
      }
    }
  },
  explain: `The user has agreed to it and may have paid. The agent reports 954 for any answer but the object, and most do not ask a second time. Make the object before its descriptor, and keep it at least as long as the descriptor can be opened.`,
})
