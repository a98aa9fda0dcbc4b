/** An Http port that answers from a script in the test, cut where the request says. */
import type { Http, HttpOutcome, HttpRequest } from '../../src/handset/ports.ts'
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
      return outcomeOf(request, answer(request))
    },
  }
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
