/** An Http port that answers from a script in the test, cut where the request says, and taken as slowly as it says. */
import type { Http, HttpOutcome, HttpRequest, Pace } from '../../src/handset/ports.ts'
import type { ExchangeFailure, Header, RecordedResponse } from '../../src/trace/events.ts'

export type LiteralAnswer =
  | { readonly status: number; readonly headers?: readonly Header[]; readonly body?: Uint8Array }
  | { readonly failure: ExchangeFailure }

export interface LiteralHttp extends Http {
  readonly requests: readonly HttpRequest[]
}

const none = new Uint8Array(0)

export function createLiteralHttp(answer: (request: HttpRequest) => LiteralAnswer): LiteralHttp {
  const requests: HttpRequest[] = []
  return {
    requests,
    exchange: async (request) => {
      requests.push(request)
      const outcome = outcomeOf(request, answer(request))
      return request.pace === undefined ? outcome : takeSlowly(outcome, request.pace)
    },
  }
}

/** Octets that a phone takes at once here. */
const pieceBytes = 100

async function takeSlowly(outcome: HttpOutcome, pace: Pace): Promise<HttpOutcome> {
  const { response } = outcome
  if (response === undefined) return outcome
  const aheadBytesMax = pieceBytes
  const stopped = (bytes: number): HttpOutcome => ({
    ...outcome,
    kind: 'failure',
    failure: { cause: 'no-coverage', detail: `cut after ${bytes} octets` },
    response: { ...response, body: response.body.slice(0, bytes) },
    aheadBytesMax,
  })
  if (!(await pace.take(response.head.length))) return stopped(0)
  pace.begin(response.body.length)
  for (let from = 0; from < response.body.length; from += pieceBytes) {
    const bytes = Math.min(pieceBytes, response.body.length - from)
    if (!(await pace.take(bytes))) return stopped(from)
  }
  return { ...outcome, aheadBytesMax }
}

function outcomeOf(request: HttpRequest, answer: LiteralAnswer): HttpOutcome {
  const { method, url, version, headers, body = none, cutAtBodyByte = Infinity } = request
  const target = new URL(url).pathname
  const about = {
    request: { method, url, target, version, headers, head: none, body },
    measured: { ms: 1 },
  }
  if ('failure' in answer) return { kind: 'failure', failure: answer.failure, ...about }
  const response = responseOf(answer)
  if (response.body.length < cutAtBodyByte) return { kind: 'response', response, ...about }
  return {
    kind: 'failure',
    failure: { cause: 'no-coverage', detail: `cut after ${cutAtBodyByte} octets` },
    response: { ...response, body: response.body.slice(0, cutAtBodyByte) },
    ...about,
  }
}

function responseOf({
  status,
  headers = [],
  body = none,
}: Extract<LiteralAnswer, { status: number }>): RecordedResponse {
  return { status, reason: '', version: '1.1', headers, head: new Uint8Array(100), body }
}
