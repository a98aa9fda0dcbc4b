/** Requests made in an unusual manner beside those that asked for the same in the usual one. */
import type { Exchange, RecordedResponse } from '../trace/events.ts'
import { escapeOctets } from '../wire/escape.ts'
import { headerValue } from '../wire/http-fields.ts'
import { type CheckContext, fail, inconclusive, type Judgement, pass } from './check.ts'

interface Manner {
  /** In the words of a finding: `a request in absolute-form`. */
  readonly name: string
  readonly isVariant: (exchange: Exchange) => boolean
}

type Answered = Exchange & { readonly response: RecordedResponse }

/** Is there a request in this manner at all? */
export function hasVariant({ evidence }: CheckContext, { isVariant }: Manner): boolean {
  return evidence.exchanges().some((exchange) => isVariant(exchange))
}

/**
 * A variant must be answered with the status class that a request for the same had in the usual manner. Where none was
 * answered, the variant says nothing: a report is then passed over, a fetch is `inconclusive`.
 */
export function* judgeVariants(context: CheckContext, manner: Manner): Iterable<Judgement> {
  for (const variant of context.evidence.exchanges().filter((each) => manner.isVariant(each))) {
    if (isStopped(variant) || variant.probe !== undefined) continue
    const likes = findLikes(context, variant, manner)
    const [like] = likes
    if (like !== undefined) yield compare(variant, like, { likes, name: manner.name })
    else if (variant.request.method === 'GET') {
      yield inconclusive(
        variant,
        `blocked by ${blockerOf(variant)}: nothing like ${manner.name} was answered`,
      )
    }
  }
}

function compare(
  variant: Exchange,
  like: Answered,
  { likes, name }: { readonly likes: readonly Answered[]; readonly name: string },
): Judgement {
  const { status } = variant.response ?? {}
  const expected = `status ${like.response.status}, as without it`
  if (status === undefined) {
    const actual = `no answer to ${name}: ${variant.failure?.detail ?? 'nothing came'}`
    return fail(variant, { actual, expected, cause: like })
  }
  const isSameClass = likes.some(({ response }) => classOf(response.status) === classOf(status))
  return isSameClass
    ? pass(variant, `${name} was answered ${status}, as without it`)
    : fail(variant, { actual: `status ${status} for ${name}`, expected, cause: like })
}

/** Answered requests for the same in the usual manner. */
export function findLikes(
  { evidence }: CheckContext,
  variant: Exchange,
  { isVariant }: Manner,
): readonly Answered[] {
  const key = keyOf(variant)
  return evidence
    .exchanges(variant.purpose)
    .filter(isAnswered)
    .filter((other) => !isVariant(other) && other.probe === undefined && keyOf(other) === key)
}

/** Packages and report URLs can be new with each descriptor; what is asked for there is the same all the same. */
function keyOf({ purpose, request, credentials }: Exchange): string {
  const { method, url, body, headers } = request
  const place = purpose === 'descriptor' ? url : new URL(url).origin
  const isCoded = headerValue(headers, 'Transfer-Encoding') !== undefined
  return [method, place, credentials ?? '', escapeOctets(body), isCoded].join(' ')
}

function isAnswered(exchange: Exchange): exchange is Answered {
  return exchange.response !== undefined && exchange.failure === undefined
}

/** Ended by the user, by the network or by a limit of ours before there was a status. */
function isStopped({ failure, response, network }: Exchange): boolean {
  const cause = failure?.cause
  const isOurs = cause === 'cancelled' || cause === 'limit'
  return response === undefined && (isOurs || network !== undefined)
}

function classOf(status: number): number {
  return Math.floor(status / 100)
}

function blockerOf({ purpose }: Exchange): string {
  return purpose === 'package' ? 'package/available' : 'descriptor/media-type'
}
