import type { Exchange } from '../../../trace/events.ts'
import { escapeText } from '../../../wire/escape.ts'
import { headerValue, parseContentRange } from '../../../wire/http-fields.ts'
import type { CheckContext } from '../../check.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { isNativePhone } from '../../native-links.ts'

/** What one answer shows of the file behind a URL, whether or not all of it came. */
interface Glimpse {
  readonly exchange: Exchange
  /** ETag, else the date. */
  readonly name: string
  /** Of the whole file; none: it was not said. */
  readonly bytes: number | undefined
  readonly from: number
  readonly octets: Uint8Array
}

interface Pair {
  readonly before: Glimpse
  readonly after: Glimpse
}

/** Each answer with the one before it for the same URL and the same User-Agent, where the files are not the same. */
function others(context: CheckContext): readonly Pair[] {
  if (!isNativePhone(context)) return []
  const glimpses = context.evidence.all('http.exchanged').flatMap(glimpse)
  return glimpses.flatMap((after, index) => {
    const before = glimpses
      .slice(0, index)
      .findLast(({ exchange }) => isLike(exchange, after.exchange))
    return before !== undefined && isOther(before, after) ? [{ before, after }] : []
  })
}

export default defineCheck({
  row: 'N56',
  level: 'must-if',
  clause: 'NATIVE-VERSIONS',
  title: 'Another version of a native package has another ETag or date',
  applies: (context) => others(context).length > 0,
  absent: 'no other package with an ETag or a date was seen at a URL that a phone had asked before',
  *judge(context) {
    for (const { before, after } of others(context)) {
      yield before.name === after.name
        ? fail(after.exchange, {
            actual: `${escapeText(after.name, 60)} for another package`,
            expected: 'an ETag of its own',
            cause: before.exchange,
          })
        : pass(after.exchange, `${escapeText(after.name, 60)} for another package`)
    }
  },
  explain: `A phone that has the beginning of a package asks for the rest by this name. Where it stays what it was though the file was replaced, the server sends the end of another file with 206, and the phone puts the two together: its installer calls them corrupted, or worse, does not. Make the ETag of the content or of the release, not of the path, the order or a constant.`,
})

function glimpse(exchange: Exchange): readonly Glimpse[] {
  const { purpose, request, response, network } = exchange
  if (purpose !== 'package' || request.method !== 'GET' || response === undefined) return []
  // A gateway may have put something else in its place.
  if (network?.delivered !== undefined) return []
  const { headers, status, body: octets } = response
  const name = headerValue(headers, 'ETag') ?? headerValue(headers, 'Last-Modified')
  if (name === undefined) return []
  const common = { exchange, name, octets }
  if (status === 200) {
    return [{ ...common, from: 0, bytes: lengthIn(headerValue(headers, 'Content-Length')) }]
  }
  const range = parseContentRange(headerValue(headers, 'Content-Range') ?? '')
  return status === 206 && range !== undefined
    ? [{ ...common, from: range.start, bytes: range.total }]
    : []
}

function lengthIn(field: string | undefined): number | undefined {
  return field !== undefined && /^[0-9]{1,15}$/.test(field) ? Number(field) : undefined
}

/** Builds for other phones are other files, and for http to name by Vary. */
function isLike({ request: one }: Exchange, { request: other }: Exchange): boolean {
  return one.url === other.url && agentOf(one) === agentOf(other)
}

function agentOf({ headers }: Exchange['request']): string | undefined {
  return headerValue(headers, 'User-Agent')
}

function isOther(before: Glimpse, after: Glimpse): boolean {
  if (before.bytes !== undefined && after.bytes !== undefined && before.bytes !== after.bytes) {
    return true
  }
  const from = Math.max(before.from, after.from)
  const to = Math.min(endOf(before), endOf(after))
  return from < to && Buffer.compare(cut(before, from, to), cut(after, from, to)) !== 0
}

function endOf({ from, octets }: Glimpse): number {
  return from + octets.length
}

function cut({ from: begin, octets }: Glimpse, from: number, to: number): Uint8Array {
  return octets.subarray(from - begin, to - begin)
}
