import { type CheckContext, defineCheck, fail, inconclusive, pass } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { type ContentRange, headerValue, parseContentRange } from '../../../wire/http-fields.ts'
import {
  type Answered,
  findPlain,
  hasRange,
  isGiven,
  packageFetches,
  refusalOf,
} from '../../package-fetches.ts'

const ranged = (context: CheckContext) => packageFetches(context).filter(hasRange)

export default defineCheck({
  row: 'S45',
  level: 'field',
  clause: 'FIELD-JAR-RANGES',
  title: 'A range is answered with exactly that range, or with the whole package',
  applies: (context) => ranged(context).length > 0,
  absent: 'no package was asked for in ranges',
  *judge(context) {
    const plain = findPlain(context)
    for (const exchange of ranged(context)) {
      const asked = escapeText(headerValue(exchange.request.headers, 'Range') ?? '', 40)
      const refusal = refusalOf(exchange)
      if (isGiven(exchange)) {
        const problem = wrongRange(context, exchange)
        yield problem === undefined
          ? pass(exchange, `status ${exchange.response.status} for ${asked}`)
          : fail(exchange, problem)
      } else if (refusal !== undefined && plain === undefined) {
        yield inconclusive(exchange, `blocked by package/available: ${refusal}`)
      } else if (refusal !== undefined) {
        yield fail(exchange, { actual: `${refusal} for ${asked}`, expected: '206, or 200' })
      }
    }
  },
  explain: `Motorola phones fetch packages over about 30 kB in ranges. A 206 whose octets are not those it names puts the archive together wrongly, and the phone reports 907. A server that cannot do ranges may send the whole package with 200.`,
})

interface Problem {
  readonly actual: string
  readonly expected: string
}

/** RFC 9110, 15.3.7: the part that was asked for or less of it, from where it was asked for. */
function wrongRange(context: CheckContext, exchange: Answered): Problem | undefined {
  const { status, headers, body } = exchange.response
  if (status !== 206) return undefined
  const field = headerValue(headers, 'Content-Range')
  const range = field === undefined ? undefined : parseContentRange(field)
  const [, from, to] = /^bytes=([0-9]+)-([0-9]*)$/.exec(rangeOf(exchange)) ?? []
  const last = to === undefined || to === '' ? Number.POSITIVE_INFINITY : Number(to)
  const quoted =
    field === undefined ? 'no Content-Range' : `Content-Range "${escapeText(field, 60)}"`
  const actual = `${quoted} for ${body.length} octets`
  if (range === undefined || range.start !== Number(from) || range.end > last) {
    return { actual, expected: `the part asked for, ${escapeText(rangeOf(exchange), 40)}` }
  }
  const bytes = range.end - range.start + 1
  return bytes === body.length
    ? wrongOctets(context, exchange, range)
    : { actual, expected: `${bytes} octets` }
}

/** Compared with the package as it came whole from the same URL, or with one of the same length. */
function wrongOctets(
  { evidence }: CheckContext,
  { request, response }: Answered,
  { start, end, total }: ContentRange,
): Problem | undefined {
  const wholes = evidence.packages.filter((found) => found.response.status === 200)
  const whole =
    wholes.find(({ exchange }) => exchange.request.url === request.url) ??
    wholes.find(({ octets }) => octets.length === total)
  if (whole === undefined) return undefined
  if (total !== undefined && total !== whole.octets.length) {
    return { actual: `part of ${total} octets`, expected: `part of ${whole.octets.length}` }
  }
  return Buffer.compare(whole.octets.subarray(start, end + 1), response.body) === 0
    ? undefined
    : { actual: `other octets from ${start} to ${end}`, expected: 'those of the whole package' }
}

function rangeOf({ request }: Answered): string {
  return headerValue(request.headers, 'Range') ?? ''
}
