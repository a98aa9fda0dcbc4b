/** From a request to an answer: finds out what was asked, has it answered, lets the fault at it. */
import { arrivalOf } from './arrival.ts'
import type { Answered, Desk } from './desk.ts'
import type { FaultContext, Route } from './fault.ts'
import { say } from './respond.ts'
import { passOn } from './sending.ts'

export interface Counter {
  readonly route: Route
  readonly matches: (url: URL) => boolean
  /** `Allow` of a 405; every method is taken where absent. */
  readonly allow?: readonly string[]
  readonly answer: (context: FaultContext, path: string) => Answered | Promise<Answered>
}

export async function serve(desk: Desk, counter: Counter, request: Request): Promise<Response> {
  const context = await readRequest(desk, counter.route, request)
  const { response, context: known } =
    counter.allow?.includes(request.method) === false
      ? { response: refuseMethod(counter.allow), context }
      : await counter.answer(context, new URL(request.url).pathname)
  const answer = passOn(response, (await desk.fault?.answer?.(response, known)) ?? response)
  return request.method === 'HEAD' ? withoutBody(answer) : answer
}

async function readRequest(desk: Desk, route: Route, request: Request): Promise<FaultContext> {
  return {
    route,
    request,
    arrival: arrivalOf(request),
    body: new Uint8Array(await request.arrayBuffer()),
    origin: new URL(request.url).origin,
    now: desk.now(),
    visit: undefined,
    isOvertaken: false,
    deliveries: 0,
    clientRequests: 0,
    clientAgent: undefined,
    profile: 'not needed',
    report: undefined,
    isOtherPlatform: false,
    ticket: undefined,
    ticketEndsAt: undefined,
    isOlderTicket: false,
    ticketAgent: undefined,
  }
}

function refuseMethod(allow: readonly string[]): Response {
  return say(405, `Only ${allow.join(' and ')} can be used here.`, [['Allow', allow.join(', ')]])
}

async function withoutBody(response: Response): Promise<Response> {
  const headers = new Headers(response.headers)
  headers.set('Content-Length', String((await response.arrayBuffer()).byteLength))
  return new Response(undefined, { status: response.status, headers })
}
