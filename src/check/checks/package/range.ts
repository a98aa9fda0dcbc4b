import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import { escapeText } from '../../../wire/escape.ts'
import { parseContentRange } from '../../../wire/http-fields.ts'
import {
  type Answered,
  findPlain,
  isAnswered,
  isInterim,
  isWhole,
  packageFetches,
} from '../../package-fetches.ts'
import type { CheckContext } from '../../check.ts'

const ranged = (context: CheckContext) =>
  packageFetches(context).filter(
    ({ request }) => headerValue(request.headers, 'Range') !== undefined,
  )

interface Problem {
  readonly actual: string
  readonly expected: string
}

function wrongRange(context: CheckContext, exchange: Answered): Problem | undefined {
  const { status, headers, body } = exchange.response
  const asked = headerValue(exchange.request.headers, 'Range') ?? ''
  if (status === 200) return undefined
  if (status !== 206)
    return { actual: `status ${status} for Range ${asked}`, expected: '206, or 200' }
  const field = headerValue(headers, 'Content-Range') ?? ''
  const range = parseContentRange(field)
  const begin = Number(/^bytes=([0-9]+)-/.exec(asked)?.[1])
  const quoted = `Content-Range "${escapeText(field, 60)}" for ${body.length} octets`
  if (range === undefined || range.start !== begin) {
    return { actual: quoted, expected: `a range that begins at ${begin}` }
  }
  if (range.end - range.start + 1 !== body.length) {
    return { actual: quoted, expected: `${range.end - range.start + 1} octets` }
  }
  return wrongOctets(context, exchange, range)
}

/** Compared with the package as it came whole. */
function wrongOctets(
  { evidence }: CheckContext,
  exchange: Answered,
  {
    start,
    end,
    total,
  }: { readonly start: number; readonly end: number; readonly total: number | undefined },
): Problem | undefined {
  const whole = evidence.packages.find(
    ({ parts, octets, response }) =>
      parts.length === 1 && response.status === 200 && octets.length === total,
  )
  if (whole === undefined) return undefined
  return Buffer.compare(whole.octets.subarray(start, end + 1), exchange.response.body) === 0
    ? undefined
    : { actual: `other octets from ${start} to ${end}`, expected: 'those of the whole package' }
}

export default defineCheck({
  row: 'S45',
  level: 'field',
  clause: 'FIELD-JAR-RANGES',
  title: 'A range is answered with exactly that range, or with the whole package',
  applies: (context) => ranged(context).length > 0,
  absent: 'no package was asked for in ranges',
  *judge(context) {
    for (const exchange of ranged(context)) {
      if (!isAnswered(exchange) || isInterim(exchange)) continue
      if (!isWhole(exchange) && findPlain(context) === undefined) {
        yield inconclusive(exchange, 'blocked by package/available')
        continue
      }
      const problem = wrongRange(context, exchange)
      yield problem === undefined
        ? pass(
            exchange,
            `status ${exchange.response.status} for ${headerValue(exchange.request.headers, 'Range')}`,
          )
        : fail(exchange, problem)
    }
  },
  explain: `Motorola phones fetch packages over about 30 kB in ranges. A 206 whose octets are not those it names puts the archive together wrongly, and the phone reports 907. A server that cannot do ranges may send the whole package with 200.`,
})
