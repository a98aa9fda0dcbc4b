/** Requests for packages, and in what they differ from the plain one. */
import type { Exchange, RecordedResponse } from '../trace/events.ts'
import { headerValue } from '../wire/http-fields.ts'
import type { CheckContext } from './check.ts'
import type { DescriptorEvidence } from './evidence.ts'

export type Answered = Exchange & { readonly response: RecordedResponse }

/** Requests for packages that went to the target as the phone meant them. */
export function packageFetches({ evidence }: CheckContext): readonly Exchange[] {
  return evidence.exchanges('package').filter(({ probe }) => probe === undefined)
}

export function isAnswered(exchange: Exchange): exchange is Answered {
  return exchange.response !== undefined && exchange.failure === undefined
}

/** Answers that belong to the way and not to its end: challenges, redirects, a busy server. */
export function isInterim({ response: { status } }: Answered): boolean {
  return status === 401 || status === 407 || status === 503 || (status >= 300 && status < 400)
}

export function isWhole({ response: { status } }: Answered): boolean {
  return status === 200 || status === 206
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

/** Fetched before from the same URL, and whole. */
export function isRepeated(context: CheckContext, { seq, request }: Exchange): boolean {
  return packageFetches(context).some(
    (other) =>
      other.seq < seq && other.request.url === request.url && other.response?.status === 200,
  )
}

export function isPlain(context: CheckContext, exchange: Exchange): boolean {
  const isUnusual =
    hasLongAccept(exchange) || headerValue(exchange.request.headers, 'Range') !== undefined
  return !isUnusual && !hasOtherAgent(context, exchange) && !isRepeated(context, exchange)
}

/** A plain fetch that was answered with the package. */
export function findPlain(context: CheckContext): Exchange | undefined {
  return packageFetches(context).find(
    (exchange) => exchange.response?.status === 200 && isPlain(context, exchange),
  )
}

function agentOf({ request }: Exchange): string | undefined {
  return headerValue(request.headers, 'User-Agent')
}
