/** Requests for packages, and in what they differ from the plain one. */
import type { Exchange, FailureCause, RecordedResponse } from '../trace/events.ts'
import { escapeText } from '../wire/escape.ts'
import { headerValue } from '../wire/http-fields.ts'
import { type CheckContext, fail, inconclusive, type Judgement, pass } from './check.ts'
import type { DescriptorEvidence, Evidence } from './evidence.ts'
import { orderedTickets, whenIs } from './ticket-openings.ts'

export type Answered = Exchange & { readonly response: RecordedResponse }

/** Failures on the wire that are the target's doing. */
const brokenCauses: ReadonlySet<FailureCause> = new Set<FailureCause>([
  'reset',
  'truncated',
  'refused',
  'timeout',
  'malformed',
])

/** Requests of a Java phone that should have led to a package: neither probes nor made with wrong credentials on purpose. */
export function packageFetches({ evidence, facts }: CheckContext): readonly Exchange[] {
  if (facts.profile.platform !== 'midp') return []
  return evidence
    .exchanges('package')
    .filter(({ probe, credentials }) => probe === undefined && credentials !== 'wrong')
}

/** Asked for where the target said, not where a gateway wrote another URL in place of the target's own. */
export function isOfTarget(
  { descriptors }: Pick<Evidence, 'descriptors'>,
  { seq, request }: Exchange,
): boolean {
  const before = descriptors.findLast((found) => found.seq < seq)
  return before === undefined || !before.altered || before.jarUrl === request.url
}

export function isAnswered(exchange: Exchange): exchange is Answered {
  return exchange.response !== undefined && exchange.failure === undefined
}

/** Answered with the package, or with a part of it where a part was asked for (RFC 9110 15.3.7). */
export function isGiven(exchange: Exchange): exchange is Answered {
  const status = exchange.response?.status
  return isAnswered(exchange) && (status === 200 || (status === 206 && hasRange(exchange)))
}

/**
 * How the target failed to give the package: `status 404`, `reset (…)`. None where it gave it, where its answer belongs to
 * the way and not to its end, and where the transfer was stopped by somebody else.
 */
export function refusalOf(exchange: Exchange): string | undefined {
  const { failure, response } = exchange
  if (failure !== undefined) {
    return isBroken(exchange) ? `${failure.cause} (${escapeText(failure.detail, 100)})` : undefined
  }
  const isFinal = response !== undefined && !isInterim(response) && !isGiven(exchange)
  return isFinal ? `status ${response.status}` : undefined
}

/** Challenges, redirects, a server that says when it will be free. */
function isInterim({ status, headers }: RecordedResponse): boolean {
  if (status === 503) return headerValue(headers, 'Retry-After') !== undefined
  return status === 401 || status === 407 || (status >= 300 && status < 400)
}

function isBroken({ failure }: Exchange): boolean {
  return failure !== undefined && brokenCauses.has(failure.cause)
}

/** The latest descriptor that named this URL. */
export function descriptorOf(
  { evidence }: CheckContext,
  { seq, request }: Exchange,
): DescriptorEvidence | undefined {
  return evidence.descriptors.findLast((one) => one.seq < seq && one.jarUrl === request.url)
}

/** The application manager calls itself by another name than the browser that fetched the descriptor. */
export function hasOtherAgent(context: CheckContext, exchange: Exchange): boolean {
  const descriptor = descriptorOf(context, exchange)
  if (descriptor === undefined) return false
  return agentOf(descriptor.exchange) !== agentOf(exchange)
}

export function hasLongAccept({ request }: Exchange): boolean {
  return (
    headerValue(request.headers, 'Accept')?.includes('application/vnd.oma.drm.message') === true
  )
}

/** Given out before from the same URL, as far as the target could know, even if the transfer was stopped. */
export function isRepeated(context: CheckContext, { seq, request }: Exchange): boolean {
  return packageFetches(context).some(
    (other) =>
      other.seq < seq &&
      other.request.url === request.url &&
      other.response?.status === 200 &&
      !isBroken(other),
  )
}

export function hasRange({ request }: Exchange): boolean {
  return headerValue(request.headers, 'Range') !== undefined
}

/** A package that is asked for so long after its descriptor came late. */
const lateMs = 2 * 86_400_000

/** Asked for days after the descriptor came, whether or not the target's clock moved with the phone's. */
export function isLate(context: CheckContext, exchange: Exchange): boolean {
  if (exchange.startedAt <= lateMs) return false
  const descriptor = descriptorOf(context, exchange)
  return descriptor !== undefined && exchange.startedAt - descriptor.exchange.at > lateMs
}

/** Since its descriptor came, the same link led to another package URL: somebody else, or the user again, has opened it. */
export function isOvertaken(context: CheckContext, exchange: Exchange): boolean {
  const own = descriptorOf(context, exchange)
  return (
    own !== undefined &&
    context.evidence.descriptors.some(
      (other) =>
        other.seq > own.seq &&
        other.seq < exchange.seq &&
        other.exchange.request.url === own.exchange.request.url &&
        other.jarUrl !== own.jarUrl,
    )
  )
}

/** The link that led to it was for one phone, and its time was over or nearly so, or its order cancelled. */
export function isPastTicket(context: CheckContext, exchange: Exchange): boolean {
  const from = descriptorOf(context, exchange)?.exchange.request.url
  const ticket = orderedTickets(context).findLast(({ link }) => link === from)
  return ticket !== undefined && whenIs(exchange.startedAt, ticket) !== 'in time'
}

/** Asked for in the usual manner, for the first time or again. */
export function isUsual(context: CheckContext, exchange: Exchange): boolean {
  return (
    !hasLongAccept(exchange) &&
    !hasRange(exchange) &&
    !hasOtherAgent(context, exchange) &&
    !isLate(context, exchange) &&
    !isOvertaken(context, exchange) &&
    !isPastTicket(context, exchange)
  )
}

/** Asked for in the usual manner and for the first time. */
export function isPlain(context: CheckContext, exchange: Exchange): boolean {
  return isUsual(context, exchange) && !isRepeated(context, exchange)
}

/** A plain fetch that was answered with the package. */
export function findPlain(context: CheckContext): Exchange | undefined {
  return packageFetches(context).find((exchange) => isGiven(exchange) && isPlain(context, exchange))
}

/**
 * Judges requests in an unusual manner: each must be given the package, as the plain request was. Without a plain request
 * that was given it, a refusal says nothing about the manner.
 *
 * @param manner in the words of a finding: `a long Accept list`
 */
export function* judgeManner(
  context: CheckContext,
  manner: string,
  exchanges: readonly Exchange[],
): Iterable<Judgement> {
  const plain = findPlain(context)
  for (const exchange of exchanges) {
    const refusal = refusalOf(exchange)
    if (isGiven(exchange)) yield pass(exchange, `status ${exchange.response.status} for ${manner}`)
    else if (refusal !== undefined && plain === undefined) {
      yield inconclusive(exchange, `blocked by package/available: ${refusal}`)
    } else if (refusal !== undefined) {
      yield fail(exchange, {
        actual: `${refusal} for ${manner}`,
        expected: 'the package, as without it',
        ...(plain && { cause: plain }),
      })
    }
  }
}

function agentOf({ request }: Exchange): string | undefined {
  return headerValue(request.headers, 'User-Agent')
}
