/** Redirects, waiting and ranges of one retrieval. MIDP fixes none of them; the limits are those devices have. */
import { headerValue, parseChallenge, parseRetryAfter } from '../../wire/http-fields.ts'
import { parseUrl, resolveUrl } from '../../wire/http-url.ts'
import type { Received, Refusal } from '../behaviour.ts'
import type { NextMove, RetrievalState } from '../next-move.ts'
import { totalOfNext } from './ranges.ts'

/** Statuses that phones follow for a GET; 308 is younger than they are. */
const usuallyFollowed: readonly number[] = [301, 302, 303, 307]

export interface RetrievalLimits {
  /** Statuses taken for a redirect. */
  readonly followed?: readonly number[]
  readonly hopsMax: number
  /** A relative Location is resolved, as browsers do; none: it leads nowhere. */
  readonly resolves?: true
  readonly waitsMax: number
  /** Cap on one wait after 503, in seconds. */
  readonly waitSecondsMax: number
  /** Ranges put together to one package, and their octets in all. */
  readonly partsMax: number
  readonly partsBytesMax: number
}

/**
 * One redirect is what the most limited implementation follows, two waits after 503 keep a busy server from holding the
 * phone, each capped at 60 s as in the reference implementation. MIDP says nothing about any of them.
 */
export const bookLimits: RetrievalLimits = {
  hopsMax: 1,
  waitsMax: 2,
  waitSecondsMax: 60,
  partsMax: 1024,
  partsBytesMax: 16_777_216,
}

export function decideNextMove(state: RetrievalState, limits: RetrievalLimits): NextMove {
  const { received } = state
  if (received.kind === 'failure') return { kind: 'settle' }
  const { followed = usuallyFollowed } = limits
  if (followed.includes(received.status)) return followRedirect(received, state, limits)
  if (received.status === 503) return waitForServer(received, state, limits)
  if (received.status === 206) return continueRange(received, state, limits)
  return { kind: 'settle' }
}

type Response = Extract<Received, { kind: 'response' }>

/** Relative locations are resolved by browsers alone: the Java phones described resolve none. */
function followRedirect(
  response: Response,
  state: RetrievalState,
  limits: RetrievalLimits,
): NextMove {
  const stated = headerValue(response.headers, 'Location') ?? ''
  const location = parseUrl(limits.resolves === true ? resolved(response.url, stated) : stated)
  return location === undefined || state.hops >= limits.hopsMax
    ? { kind: 'settle' }
    : { kind: 'follow', url: withoutFragment(location) }
}

/** An empty one is none, not the address that was asked for. */
function resolved(base: string, location: string): string {
  return location === '' ? '' : (resolveUrl(base, location) ?? '')
}

function withoutFragment(url: URL): string {
  const copy = new URL(url)
  copy.hash = ''
  return copy.href
}

function waitForServer(
  response: Response,
  state: RetrievalState,
  limits: RetrievalLimits,
): NextMove {
  const after = parseRetryAfter(headerValue(response.headers, 'Retry-After') ?? '')
  if (after?.kind !== 'seconds' || state.waits >= limits.waitsMax) return { kind: 'settle' }
  return { kind: 'wait', ms: Math.min(after.seconds, limits.waitSecondsMax) * 1000 }
}

function continueRange(
  response: Response,
  state: RetrievalState,
  limits: RetrievalLimits,
): NextMove {
  const total = totalOfNext(response, state)
  const received = state.octetsSoFar + response.body.length
  const goesOn =
    total !== undefined &&
    response.body.length > 0 &&
    received < Math.min(total, limits.partsBytesMax) &&
    state.parts + 1 < limits.partsMax
  return goesOn ? { kind: 'continue', from: received } : { kind: 'settle' }
}

/** Only the Basic scheme, and only when it comes first (OTA2 Functional requirements; phoneME and the Nokia Java Runtime look no further). */
export function isBasicChallenge(received: Received): boolean {
  if (received.kind === 'failure') return false
  const field = { 401: 'WWW-Authenticate', 407: 'Proxy-Authenticate' }[received.status]
  if (field === undefined) return false
  const [first] = parseChallenge(headerValue(received.headers, field) ?? '')
  return first?.scheme.toLowerCase() === 'basic'
}

/** What a package that did not come is reported as (OTA2 Installation step 2, Status reports). */
export function refuseMissingPackage(received: Received): Refusal {
  if (received.kind === 'response') {
    return { code: 907, reason: `the package is not available: HTTP status ${received.status}` }
  }
  switch (received.cause) {
    case 'cancelled':
      return { code: 902, reason: 'the user stopped the download' }
    case 'no-coverage':
    case 'interrupted':
      return { code: 903, reason: `the connection was lost: ${received.detail}` }
    case 'unreachable':
      return { code: 907, reason: `the package is not available: ${received.detail}` }
    default:
      return received.cause satisfies never
  }
}
