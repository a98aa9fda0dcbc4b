import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { headerValue } from '../../../wire/http-fields.ts'

const asked = ({ evidence }: CheckContext) =>
  evidence
    .exchanges('descriptor')
    .filter(({ request }) => headerValue(request.headers, 'Accept')?.trim() === '*/*')

export default defineCheck({
  row: 'S20',
  level: 'should',
  clause: 'RFC9110-ACCEPT',
  title: 'A descriptor is given to a phone that accepts anything',
  applies: (context) => asked(context).length > 0,
  absent: 'no descriptor was asked for with Accept: */*',
  *judge(context) {
    for (const exchange of asked(context)) {
      const status = exchange.response?.status
      if (status === 406) {
        yield fail(exchange, { actual: 'status 406 for Accept: */*', expected: 'the descriptor' })
      } else if (status === 200) yield pass(exchange, 'Accept: */* was answered 200')
    }
  },
  explain: `phoneME asks with */* on purpose, because some servers refuse a link that turns out to lead to a package. A 406 to a phone that takes anything is a contradiction in terms. Send the descriptor whatever Accept says.`,
})
