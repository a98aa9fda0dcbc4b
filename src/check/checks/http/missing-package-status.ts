import type { Exchange } from '../../../trace/events.ts'
import { escapeText } from '../../../wire/escape.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import { defineCheck, fail, inconclusive, type Judgement, pass } from '../../check.ts'

export default defineCheck({
  row: 'S58',
  level: 'field',
  clause: 'RFC9110-NOT-FOUND',
  title: 'A package that does not exist is answered 404 or 410',
  applies: ({ evidence }) => evidence.exchanges().some(isProbe),
  absent: 'no package was asked for that does not exist',
  *judge({ evidence }) {
    for (const exchange of evidence.exchanges().filter(isProbe)) yield judgeAnswer(exchange)
  },
  explain: `After 404 or 410 a phone reports 907, so the operator learns that a link is dead. A page with status 200 is taken for a package: the phone loads it, finds no archive and reports 904 or 907 for a package that seems to be there; after a 500 phoneME reports nothing at all. Answer unknown package URLs with status 404, also behind a catch-all route or a page for errors.`,
})

function isProbe({ probe }: Exchange): boolean {
  return probe === 'missing-package'
}

function judgeAnswer(exchange: Exchange): Judgement {
  const { response } = exchange
  if (response === undefined) return inconclusive(exchange, 'the request got no answer')
  const { status, headers } = response
  if (status === 404 || status === 410) {
    return pass(exchange, `a package that does not exist was answered ${status}`)
  }
  if (status === 401 || status === 407 || status === 503) {
    return inconclusive(exchange, `the server answered ${status} before it looked for the package`)
  }
  const type = headerValue(headers, 'Content-Type')
  const what = type === undefined ? '' : ` and ${escapeText(type, 60)}`
  const actual = `status ${status}${what} for a package that does not exist`
  return fail(exchange, { actual, expected: '404 or 410' })
}
