import type { Exchange } from '../../../trace/events.ts'
import { escapeText } from '../../../wire/escape.ts'
import { headerValue, parseRetryAfter } from '../../../wire/http-fields.ts'
import { defineCheck, fail, pass } from '../../check.ts'

export default defineCheck({
  row: 'S57',
  level: 'field',
  clause: 'FIELD-RETRY-AFTER',
  title: 'A busy server says in seconds when to ask again',
  applies: ({ evidence }) => evidence.exchanges().some(isBusy),
  absent: 'neither descriptor nor package was answered 503',
  *judge({ evidence }) {
    for (const exchange of evidence.exchanges().filter(isBusy)) {
      const value = headerValue(exchange.response?.headers ?? [], 'Retry-After')
      const isSeconds = value !== undefined && parseRetryAfter(value)?.kind === 'seconds'
      yield isSeconds
        ? pass(exchange, `503 came with "Retry-After: ${value}"`)
        : fail(exchange, {
            actual:
              value === undefined
                ? '503 without Retry-After'
                : `"Retry-After: ${escapeText(value, 80)}"`,
            expected: '503 with a number of seconds in Retry-After, such as "Retry-After: 30"',
          })
    }
  },
  explain: `phoneME waits for the seconds in Retry-After, 60 at most, and asks again; with a date, or with nothing, it gives up and reports nothing. Other phones report 903 or 907 at once. Send "Retry-After: 30" with 503, and let the load balancer in front do so too.`,
})

/** Phones do not wait at reports. */
function isBusy({ purpose, response }: Exchange): boolean {
  return (purpose === 'descriptor' || purpose === 'package') && response?.status === 503
}
