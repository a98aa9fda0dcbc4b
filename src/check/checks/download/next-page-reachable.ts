import { defineCheck, fail, pass } from '../../check.ts'
import { isAnswered, refusalOf } from '../../package-fetches.ts'

export default defineCheck({
  row: 'W60',
  level: 'should',
  clause: 'DLOTA-NEXT-URL',
  title: 'The page that a download descriptor offers in the end is there',
  applies: ({ evidence }) => evidence.exchanges('next-page').length > 0,
  absent: 'nobody went on to the nextURL of a download descriptor',
  *judge({ evidence }) {
    for (const exchange of evidence.exchanges('next-page')) {
      const refusal = refusalOf(exchange)
      if (isAnswered(exchange) && exchange.response.status === 200) {
        yield pass(exchange, 'status 200')
      } else if (refusal !== undefined) {
        yield fail(exchange, { actual: refusal, expected: 'a page' })
      }
    }
  },
  explain: `When all is over the phone offers to go on to nextURL, after a failure too. A page that is not there is the last that the user sees of the service. Leave the element out where there is nothing to show.`,
})
