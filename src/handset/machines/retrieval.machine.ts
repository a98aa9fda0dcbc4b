/** One retrieval of a descriptor or package: redirects, waiting after 503, ranges; no questions to the user. */
import { assign, setup } from 'xstate'
import type { Exchange, Purpose } from '../../trace/events.ts'
import type { NextMove, Received } from '../behaviour.ts'
import type { CarryOrder } from '../arrival.ts'
import { authorizationHeader } from '../rules/credentials.ts'
import type { Credentials } from '../rules/credentials.ts'
import type { Phone } from '../phone.ts'
import { carryRequest } from './effects.ts'

export interface RetrievalInput {
  readonly phone: Phone
  readonly purpose: Purpose
  readonly url: string
  readonly credentials: Credentials | undefined
  readonly expectedBytes: number | undefined
  readonly probe: Exchange['probe']
}

interface RetrievalContext extends RetrievalInput {
  readonly hops: number
  readonly waits: number
  readonly parts: readonly Uint8Array[]
  readonly octetsSoFar: number
  readonly received: Received
  readonly move: NextMove
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
    follows: ({ context }) => context.move.kind === 'follow',
    waits: ({ context }) => context.move.kind === 'wait',
    'goes on': ({ context }) => context.move.kind === 'continue',
  },
  delays: {
    'until the server wants': ({ context }) => (context.move.kind === 'wait' ? context.move.ms : 0),
  },
  actions: {
    'take the outcome': assign((_, received: Received) => ({ received })),
    'decide the next move': assign(({ context }) => ({ move: decideMove(context) })),
    'turn to the new place': assign(({ context }) =>
      context.move.kind === 'follow' ? { url: context.move.url, hops: context.hops + 1 } : {},
    ),
    'count the wait': assign(({ context }) => ({ waits: context.waits + 1 })),
    'keep the range': assign(({ context }) => keepRange(context)),
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
    move: { kind: 'settle' },
  }),
  initial: 'requesting',
  states: {
    requesting: {
      invoke: {
        src: 'carryRequest',
        input: ({ context }) => ({ phone: context.phone, order: makeOrder(context) }),
        onDone: {
          target: 'deciding',
          actions: [
            { type: 'take the outcome', params: ({ event }) => event.output },
            'decide the next move',
          ],
        },
      },
    },
    deciding: {
      always: [
        { guard: 'follows', target: 'requesting', actions: 'turn to the new place' },
        { guard: 'waits', target: 'waiting', actions: 'count the wait' },
        { guard: 'goes on', target: 'requesting', actions: 'keep the range' },
        { target: 'settled' },
      ],
    },
    waiting: { after: { 'until the server wants': 'requesting' } },
    settled: { type: 'final' },
  },
  output: ({ context }) => wholeOf(context),
})

function decideMove(context: RetrievalContext): NextMove {
  const { phone, purpose, received, hops, waits, octetsSoFar } = context
  return phone.behaviour.nextMove({ purpose, received, hops, waits, octetsSoFar })
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

function keepRange({ received, parts, octetsSoFar }: RetrievalContext) {
  return received.kind === 'response'
    ? { parts: [...parts, received.body], octetsSoFar: octetsSoFar + received.body.length }
    : {}
}

/** Ranges are put together again, so that who asked sees one answer. */
function wholeOf({ received, parts, octetsSoFar }: RetrievalContext): Received {
  if (received.kind === 'failure' || received.status !== 206) return received
  const body = new Uint8Array(octetsSoFar + received.body.length)
  let offset = 0
  for (const part of [...parts, received.body]) {
    body.set(part, offset)
    offset += part.length
  }
  return { ...received, status: 200, body }
}
