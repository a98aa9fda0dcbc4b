import type { Exchange } from '../../../trace/events.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import type { CheckContext } from '../../check.ts'
import { defineCheck, fail, pass } from '../../check.ts'

interface Named {
  readonly exchange: Exchange
  readonly serial: string
}

/** Sony Ericsson phones write their IMEI behind the release. */
const pattern = /\/SN(\d{15})\b/

function named({ evidence }: CheckContext): readonly Named[] {
  return evidence.exchanges().flatMap((exchange) => {
    const agent = headerValue(exchange.request.headers, 'User-Agent') ?? ''
    const [, serial] = pattern.exec(agent) ?? []
    return serial === undefined || exchange.response === undefined ? [] : [{ exchange, serial }]
  })
}

export default defineCheck({
  row: 'N65',
  level: 'should',
  clause: 'NATIVE-SERIAL',
  title: 'The serial number that a User-Agent holds is not sent back',
  applies: (context) => named(context).length > 0,
  absent: 'no request named the serial number of a phone in its User-Agent',
  *judge(context) {
    for (const { exchange, serial } of named(context)) {
      const { headers = [], body, status } = exchange.response ?? {}
      const [field] = headers.find(([, value]) => value.includes(serial)) ?? []
      if (field !== undefined) {
        yield fail(exchange, {
          actual: `the serial number in ${field}`,
          expected: 'an answer without it',
        })
      } else if (Buffer.from(body ?? []).includes(serial)) {
        yield fail(exchange, {
          actual: 'the serial number in the answer',
          expected: 'an answer without it',
        })
      } else yield pass(exchange, `status ${status}, and no serial number in it`)
    }
  },
  explain: `Some phones write their IMEI into User-Agent, and it names its owner to everybody who keeps it. A redirect that hands the field on as a parameter, a cookie made of it or a page that repeats it gives the number to caches, logs and the next server. Cut from /SN to the next blank before the field is used for anything.`,
})
