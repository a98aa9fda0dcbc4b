/** From a link to a descriptor or package: follows it, answers a challenge, decides what came. */
import { assign, emit, setup } from 'xstate'
import type { TraceFact } from '../../trace/events.ts'
import type { Received } from '../behaviour.ts'
import { judgeFind } from '../rules/find.ts'
import type { Find } from '../rules/find.ts'
import type { Credentials } from '../rules/credentials.ts'
import type { Phone } from '../phone.ts'
import type { UserEvent } from './events.ts'
import { challengedBy, typedCredentials } from './questions.ts'
import { retrievalMachine } from './retrieval.machine.ts'

export interface DiscoveryInput {
  readonly phone: Phone
  readonly url: string
}

interface DiscoveryContext extends DiscoveryInput {
  readonly credentials: Credentials | undefined
  readonly rounds: number
  readonly received: Received | undefined
}

export type DiscoveryOutput = { readonly find: Find; readonly credentials: Credentials | undefined }

export const discoveryMachine = setup({
  types: {
    context: {} as DiscoveryContext,
    input: {} as DiscoveryInput,
    output: {} as DiscoveryOutput,
    events: {} as UserEvent,
    emitted: {} as TraceFact,
  },
  actors: { retrieval: retrievalMachine },
  guards: {
    'the user is asked': ({ context: { phone, rounds } }, received: Received) =>
      phone.behaviour.asksForCredentials(received, rounds),
    'the user typed credentials': (_, event: UserEvent) => typedCredentials(event) !== undefined,
  },
  actions: {
    'take the answer': assign((_, received: Received) => ({ received })),
    'take the credentials': assign(({ context }, event: UserEvent) => ({
      credentials: challengedBy(context.received, typedCredentials(event)),
      rounds: context.rounds + 1,
    })),
    'ask for credentials': emit(({ context }): TraceFact => ({
      type: 'prompt.shown',
      prompt: 'credentials',
      text: `${context.url} asks for a user name and a password`,
    })),
  },
}).createMachine({
  id: 'discovery',
  context: ({ input }) => ({ ...input, credentials: undefined, rounds: 0, received: undefined }),
  initial: 'following',
  states: {
    following: {
      invoke: {
        src: 'retrieval',
        id: 'retrieval',
        input: ({ context: { phone, url, credentials } }) => ({
          phone,
          purpose: 'descriptor',
          url,
          credentials,
          expectedBytes: undefined,
          probe: undefined,
        }),
        onDone: [
          {
            guard: { type: 'the user is asked', params: ({ event }) => event.output },
            target: 'authenticating',
            actions: { type: 'take the answer', params: ({ event }) => event.output },
          },
          {
            target: 'choosing',
            actions: { type: 'take the answer', params: ({ event }) => event.output },
          },
        ],
      },
      on: { 'user.cancelled': 'choosing' },
    },
    authenticating: {
      entry: 'ask for credentials',
      on: {
        'user.answered': [
          {
            guard: { type: 'the user typed credentials', params: ({ event }) => event },
            target: 'following',
            actions: { type: 'take the credentials', params: ({ event }) => event },
          },
          { target: 'choosing' },
        ],
        'user.cancelled': 'choosing',
      },
    },
    choosing: { type: 'final' },
  },
  output: ({ context }) => ({
    credentials: context.credentials,
    find: judgeFind(context.phone.behaviour, context.received),
  }),
})
