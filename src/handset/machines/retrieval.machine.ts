/** One retrieval of a descriptor or package: redirects, waiting after 503, ranges; no questions to the user. */
import { assign, setup } from 'xstate'
import type { Exchange, Purpose } from '../../trace/events.ts'
import type { NextMove, Received } from '../behaviour.ts'
import type { CarryOrder } from '../arrival.ts'
import { authorizationHeader } from '../rules/credentials.ts'
import type { Credentials } from '../rules/credentials.ts'
import type { Phone } from '../phone.ts'
import { joinParts, keepPart } from '../rules/ranges.ts'
import type { Parts } from '../rules/ranges.ts'
import { carryRequest } from './effects.ts'

export interface RetrievalInput {
  readonly phone: Phone
  readonly purpose: Purpose
  readonly url: string
  readonly credentials: Credentials | undefined
  readonly expectedBytes: number | undefined
  readonly probe: Exchange['probe']
}

interface RetrievalContext extends RetrievalInput, Parts {
  readonly hops: number
  readonly waits: number
  readonly received: Received
  readonly waitMs: number
}

const nothingYet: Received = {
  kind: 'failure',
  url: '',
  cause: 'unreachable',
  detail: 'not asked yet',
}

export const retrievalMachine = setup({
  types: {
    context: {} as RetrievalContext,
    input: {} as RetrievalInput,
    output: {} as Received,
    events: {} as { type: 'none' },
  },
  actors: { carryRequest },
  guards: {
    'it leads elsewhere': ({ context }, received: Received) =>
      nextMove(context, received).kind === 'follow',
    'the server wants time': ({ context }, received: Received) =>
      nextMove(context, received).kind === 'wait',
    'there is more of it': ({ context }, received: Received) =>
      nextMove(context, received).kind === 'continue',
  },
  delays: { 'until the server wants': ({ context }) => context.waitMs },
  actions: {
    'take the outcome': assign((_, received: Received) => ({ received })),
    'turn to the new place': assign(({ context }, received: Received) => {
      const move = nextMove(context, received)
      return move.kind === 'follow' ? { url: move.url, hops: context.hops + 1 } : {}
    }),
    'count the wait': assign(({ context }, received: Received) => {
      const move = nextMove(context, received)
      return move.kind === 'wait' ? { waitMs: move.ms, waits: context.waits + 1 } : {}
    }),
    'keep the range': assign(({ context }, received: Received) => keepPart(context, received)),
  },
}).createMachine({
  id: 'retrieval',
  context: ({ input }) => ({
    ...input,
    hops: 0,
    waits: 0,
    parts: [],
    octetsSoFar: 0,
    received: nothingYet,
    waitMs: 0,
  }),
  initial: 'requesting',
  states: {
    requesting: {
      invoke: {
        src: 'carryRequest',
        input: ({ context }) => ({ phone: context.phone, order: makeOrder(context) }),
        onDone: [
          {
            guard: { type: 'it leads elsewhere', params: ({ event }) => event.output },
            target: 'requesting',
            reenter: true,
            actions: { type: 'turn to the new place', params: ({ event }) => event.output },
          },
          {
            guard: { type: 'the server wants time', params: ({ event }) => event.output },
            target: 'waiting',
            actions: { type: 'count the wait', params: ({ event }) => event.output },
          },
          {
            guard: { type: 'there is more of it', params: ({ event }) => event.output },
            target: 'requesting',
            reenter: true,
            actions: { type: 'keep the range', params: ({ event }) => event.output },
          },
          {
            target: 'settled',
            actions: { type: 'take the outcome', params: ({ event }) => event.output },
          },
        ],
      },
    },
    waiting: { after: { 'until the server wants': 'requesting' } },
    settled: { type: 'final' },
  },
  output: ({ context }) => joinParts({ ...context, ranged: isRanged(context) }),
})

function nextMove(context: RetrievalContext, received: Received): NextMove {
  const { phone, purpose, hops, waits, octetsSoFar } = context
  const [ranged, parts] = [isRanged(context), context.parts.length]
  return phone.behaviour.nextMove({ purpose, received, hops, waits, ranged, parts, octetsSoFar })
}

function isRanged({ phone, purpose }: RetrievalContext): boolean {
  return phone.behaviour.rangeBytes(purpose) !== undefined
}

function makeOrder(context: RetrievalContext): CarryOrder {
  const { phone, purpose, url, credentials, expectedBytes, probe, octetsSoFar } = context
  const { behaviour, profile } = phone
  const style = behaviour.requestStyle(purpose, profile)
  const rangeBytes = behaviour.rangeBytes(purpose)
  const headers = [...style.headers]
  if (credentials !== undefined) headers.push(authorizationHeader(credentials))
  if (rangeBytes !== undefined) {
    headers.push(['Range', `bytes=${octetsSoFar}-${octetsSoFar + rangeBytes - 1}`])
  }
  return {
    purpose,
    expectedBytes,
    probe,
    credentials: credentials?.kind,
    request: { ...style, method: 'GET', url, headers, framing: 'length' },
  }
}
