/** What one exchange comes to: its record, what the handset receives, and how long it takes. */
import type {
  Exchange,
  ExchangeFailure,
  FailureCause,
  Purpose,
  RecordedRequest,
  RecordedResponse,
} from '../trace/events.ts'
import type { AccessPoint } from './access-point.ts'
import type { Received } from './behaviour.ts'
import { alterResponse, describeAct } from './interference.ts'
import type { Act, Alteration } from './interference.ts'
import type { HttpOutcome, HttpRequest } from './ports.ts'
import { withoutSecrets } from './secrets.ts'

export interface CarryOrder {
  readonly purpose: Purpose
  readonly request: HttpRequest
  /** Body octets the phone expects, for places such as "the middle". */
  readonly expectedBytes: number | undefined
  readonly credentials: 'right' | 'wrong' | undefined
  readonly probe: Exchange['probe']
  readonly accessPoint?: AccessPoint
}

type ExchangeFact = Omit<Exchange, 'seq' | 'at' | 'actor'>

export interface Arrival {
  readonly fact: ExchangeFact
  readonly received: Received
  readonly bytes: number
  readonly extraMs: number
  readonly losesCoverage: boolean
  /** It was to be cut, and only leads to what can be. */
  readonly leadsOn?: true
  /** It came slower than the phone could have it; so much of its time has passed while it came. */
  readonly slowed?: { readonly bytesPerSecond: number; readonly passedMs: number }
}

/** Patience of a phone whose request or answer was lost on the way, in milliseconds (JRT: 60 s connection timeout). */
const lostReplyMs = 60_000

export function unsent(
  order: CarryOrder,
  failure: ExchangeFailure,
  cause: 'unreachable' | 'no-coverage',
): Arrival {
  return {
    fact: exchangeFact(order, recordUnsent(order.request), { failure }),
    received: failed(order, cause, failure.detail),
    bytes: 0,
    extraMs: 0,
    losesCoverage: false,
  }
}

const noOctets = new Uint8Array(0)

function recordUnsent(request: HttpRequest): RecordedRequest {
  const { method, url, version, headers, body } = request
  return { method, url, target: url, version, headers, head: noOctets, body: body ?? noOctets }
}

function exchangeFact(
  order: CarryOrder,
  request: RecordedRequest,
  rest: Partial<Pick<Exchange, 'response' | 'failure' | 'network' | 'measured'>>,
): ExchangeFact {
  const { purpose, credentials, probe } = order
  return {
    type: 'http.exchanged',
    purpose,
    startedAt: 0,
    request: withoutSecrets(request),
    ...rest,
    ...(credentials === undefined ? {} : { credentials }),
    ...(probe === undefined ? {} : { probe }),
  }
}

function failed(
  order: CarryOrder,
  cause: Extract<Received, { kind: 'failure' }>['cause'],
  detail: string,
  response?: RecordedResponse,
): Received {
  const failure = { kind: 'failure', url: order.request.url, cause, detail } as const
  return withPartial(failure, response)
}

type Failed = Extract<Received, { kind: 'failure' }>

/** @param bytes of the body that had come */
function withPartial(failure: Failed, response?: RecordedResponse, bytes?: number): Received {
  const body = response?.body.subarray(0, bytes)
  if (response === undefined || body === undefined || body.length === 0) return failure
  const { status, headers } = response
  return { ...failure, partial: { status, headers, body } }
}

export function answerInPlace(
  order: CarryOrder,
  act: Extract<Act, { kind: 'answer' | 'lose request' }>,
): Arrival {
  const request = recordUnsent(order.request)
  const did = describeAct(act)
  if (act.kind === 'lose request') {
    const failure = {
      cause: 'timeout',
      detail: 'no answer came: the network lost the request',
    } as const
    return {
      fact: exchangeFact(order, request, { failure, network: { did, reachedTarget: false } }),
      received: failed(order, 'interrupted', failure.detail),
      bytes: 0,
      extraMs: lostReplyMs,
      losesCoverage: false,
    }
  }
  const { status, headers, body } = act
  const network = { did, reachedTarget: false, delivered: { status, headers, body } }
  return {
    fact: exchangeFact(order, request, { network }),
    received: { kind: 'response', url: order.request.url, status, headers, body },
    bytes: body.length,
    extraMs: 0,
    losesCoverage: false,
  }
}

export function plainArrival(order: CarryOrder, outcome: HttpOutcome): Arrival {
  const { request, measured } = outcome
  if (outcome.kind === 'response') {
    const { response } = outcome
    return {
      fact: exchangeFact(order, request, { response, measured }),
      received: deliver(order, response),
      bytes: sizeOf(response),
      extraMs: 0,
      losesCoverage: false,
    }
  }
  const { failure, response } = outcome
  return {
    fact: exchangeFact(order, request, { failure, measured, ...(response && { response }) }),
    received: failed(order, meaningOf(failure.cause), failure.detail, response),
    bytes: response === undefined ? 0 : sizeOf(response),
    extraMs: 0,
    losesCoverage: false,
  }
}

function deliver(order: CarryOrder, { status, headers, body }: RecordedResponse): Received {
  return { kind: 'response', url: order.request.url, status, headers, body }
}

function sizeOf(response: RecordedResponse): number {
  return response.head.length + response.body.length
}

function meaningOf(cause: FailureCause): Extract<Received, { kind: 'failure' }>['cause'] {
  switch (cause) {
    case 'no-coverage':
    case 'cancelled':
      return cause
    case 'reset':
    case 'timeout':
    case 'truncated':
      return 'interrupted'
    case 'refused':
    case 'malformed':
    case 'tls':
    case 'dns':
    case 'limit':
    case 'foreign-host':
      return 'unreachable'
    default:
      return cause satisfies never
  }
}

export function strickenArrival(
  order: CarryOrder,
  outcome: HttpOutcome,
  act: Exclude<Act, { kind: 'answer' | 'lose request' }>,
): Arrival {
  const arrival = plainArrival(order, outcome)
  // A target that did not answer left nothing that could be struck.
  if (outcome.kind === 'failure' && outcome.response === undefined) return arrival
  const network = { did: describeAct(act), reachedTarget: true }
  switch (act.kind) {
    case 'delay':
      return { ...arrival, fact: { ...arrival.fact, network }, extraMs: act.ms }
    case 'slow':
      return { ...arrival, fact: { ...arrival.fact, network } }
    case 'lose response':
      return {
        ...arrival,
        fact: { ...arrival.fact, network },
        received: failed(order, 'interrupted', 'no answer came: the network lost it'),
        extraMs: lostReplyMs,
      }
    case 'cut':
      return leadsOn(outcome) ? { ...arrival, leadsOn: true } : cutArrival(order, arrival, act)
    case 'alter':
      return outcome.kind === 'response' && isAltered(outcome.response, act.alteration)
        ? alterArrival(order, outcome.response, { arrival, act })
        : arrival
    default:
      return act satisfies never
  }
}

function cutArrival(
  order: CarryOrder,
  arrival: Arrival,
  act: Extract<Act, { kind: 'cut' }>,
): Arrival {
  const cause = act.by === 'user' ? 'cancelled' : 'no-coverage'
  const detail = act.by === 'user' ? 'the user stopped the transfer' : 'coverage was lost'
  return {
    ...arrival,
    fact: {
      ...arrival.fact,
      failure: { cause, detail },
      network: { did: describeAct(act), reachedTarget: true },
    },
    received: failed(order, cause, detail, arrival.fact.response),
    losesCoverage: act.by === 'coverage',
  }
}

/** A redirect that came whole: nothing of what it leads to was under way that could have been cut. */
function leadsOn(outcome: HttpOutcome): boolean {
  const status = outcome.kind === 'response' ? outcome.response.status : 0
  return status >= 300 && status < 400 && status !== 304
}

/** A redirect or a refusal holds no descriptor and no package. */
function isAltered({ status, headers }: RecordedResponse, { leaves }: Alteration): boolean {
  return status >= 200 && status < 300 && leaves?.(headers) !== true
}

function alterArrival(
  order: CarryOrder,
  response: RecordedResponse,
  stricken: { readonly arrival: Arrival; readonly act: Extract<Act, { kind: 'alter' }> },
): Arrival {
  const network = alterResponse(response, stricken.act.alteration)
  const { delivered } = network
  return {
    ...stricken.arrival,
    fact: { ...stricken.arrival.fact, network },
    received:
      delivered === undefined
        ? deliver(order, response)
        : { kind: 'response', url: order.request.url, ...delivered },
  }
}

/**
 * The target had answered; the handset did not get it whole.
 *
 * @param bytes of the body that had come by then
 */
export function breakArrival(
  arrival: Arrival,
  cause: 'no-coverage' | 'cancelled',
  bytes: number,
): Arrival {
  const detail = cause === 'cancelled' ? 'the phone broke the transfer off' : 'coverage was lost'
  const failure = { kind: 'failure', url: arrival.received.url, cause, detail } as const
  return {
    ...arrival,
    fact: {
      ...arrival.fact,
      failure: { cause, detail },
      network: { did: detail, reachedTarget: true },
    },
    received: withPartial(failure, arrival.fact.response, bytes),
  }
}
