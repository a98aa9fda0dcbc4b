import type { Exchange } from '../../../trace/events.ts'
import { escapeText } from '../../../wire/escape.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import { parseUrl } from '../../../wire/http-url.ts'
import { defineCheck, fail, type Judgement, pass } from '../../check.ts'
import { isNativePhone } from '../../native-links.ts'
import { isRedirect, locationOf } from '../../redirect-ways.ts'

/** Statuses that phoneME follows; 308 is younger than the phones. */
const followed: readonly number[] = [301, 302, 303, 307]

export default defineCheck({
  row: 'S56',
  level: 'field',
  clause: 'FIELD-REDIRECTS',
  title: 'A fetch is redirected once at most, to an absolute URL, with a status that phones follow',
  applies: ({ evidence }) => evidence.exchanges().some(isRedirectedFetch),
  absent: 'nothing was redirected',
  *judge(context) {
    const { evidence } = context
    // How many a native package may have, and where to, is for native/redirects to say: browsers resolve what is relative.
    const isNative = isNativePhone(context)
    for (const purpose of ['descriptor', 'package'] as const) {
      const fetches = evidence.exchanges(purpose)
      for (const [index, exchange] of fetches.entries()) {
        if (isRedirect(exchange)) {
          yield* judgeHop(exchange, {
            isNative,
            earlier: isNative ? undefined : findEarlierHop(fetches, index),
          })
        }
      }
    }
  },
  explain: `phoneME follows one redirect of status 301, 302, 303 or 307 and takes Location as it stands; a second redirect or a 308 is an error that it does not report. Nokia phones want Location absolute and drop credentials on the way. Point links at the final URL; where that cannot be, redirect once with 302 and a full URL.`,
})

function* judgeHop(
  exchange: Exchange,
  { isNative, earlier }: { readonly isNative: boolean; readonly earlier: Exchange | undefined },
): Iterable<Judgement> {
  const { status, headers } = exchange.response ?? { status: 0, headers: [] }
  const location = headerValue(headers, 'Location')
  const expected = 'an absolute http URL in Location'
  if (!followed.includes(status)) {
    yield fail(exchange, {
      actual: `redirect with status ${status}`,
      expected: followed.join(', '),
    })
  } else if (location === undefined) {
    yield fail(exchange, { actual: `status ${status} without Location`, expected })
  } else if (parseUrl(location) === undefined && !isNative) {
    yield fail(exchange, { actual: `"Location: ${escapeText(location, 120)}"`, expected })
  } else if (earlier === undefined) {
    yield pass(exchange, `one redirect, to ${escapeText(location, 120)}`)
  } else {
    const actual = `second redirect of one fetch, to "${escapeText(location, 120)}"`
    yield fail(exchange, { actual, expected: 'one redirect at most', cause: earlier })
  }
}

/** The redirect of the target that led to this request; repetitions of the request in between are passed over. */
function findEarlierHop(fetches: readonly Exchange[], index: number): Exchange | undefined {
  const { url } = fetches[index]?.request ?? { url: '' }
  const before = fetches.slice(0, index)
  const last = before.findLast((other) => isRedirect(other) || other.request.url !== url)
  return last !== undefined && isRedirect(last) && locationOf(last) === url ? last : undefined
}

function isRedirectedFetch(exchange: Exchange): boolean {
  return (
    (exchange.purpose === 'descriptor' || exchange.purpose === 'package') && isRedirect(exchange)
  )
}
