/** One retrieval of a descriptor or package: redirects, waiting after 503, ranges, and the question for credentials. */
import { beginAtOnce } from './known-beginning.ts'
import { begin, retrievalSetup, retrievedBy } from './retrieval.setup.ts'

export const retrievalMachine = retrievalSetup.createMachine({
  id: 'retrieval',
  context: ({ input }) => begin(input),
  initial: 'requesting',
  on: { 'user.cancelled': { target: '.settled', actions: 'note that the user stopped it' } },
  states: {
    requesting: {
      entry: 'send the request',
      on: {
        'answer.came': [
          {
            guard: { type: 'the user is asked', params: ({ event }) => event.received },
            target: 'authenticating',
            actions: { type: 'take the outcome', params: ({ event }) => event.received },
          },
          {
            guard: { type: 'the user has to agree to it', params: ({ event }) => event.received },
            target: 'redirecting',
            actions: { type: 'take the outcome', params: ({ event }) => event.received },
          },
          {
            guard: { type: 'it leads elsewhere', params: ({ event }) => event.received },
            target: 'requesting',
            reenter: true,
            actions: { type: 'turn to the new place', params: ({ event }) => event.received },
          },
          {
            guard: { type: 'the server wants time', params: ({ event }) => event.received },
            target: 'waiting',
            actions: { type: 'count the wait', params: ({ event }) => event.received },
          },
          {
            guard: { type: 'it is no longer the same', params: ({ event }) => event.received },
            target: 'requesting',
            reenter: true,
            actions: 'forget what is there',
          },
          {
            guard: { type: 'it is there', params: ({ event }) => event.received },
            target: 'requesting',
            reenter: true,
            actions: { type: 'note that it is there', params: ({ event }) => event.received },
          },
          {
            guard: { type: 'there is more of it', params: ({ event }) => event.received },
            target: 'requesting',
            reenter: true,
            actions: { type: 'keep the range', params: ({ event }) => event.received },
          },
          {
            target: 'settled',
            actions: { type: 'take the outcome', params: ({ event }) => event.received },
          },
        ],
      },
    },
    authenticating: {
      entry: 'ask for credentials',
      on: {
        'user.answered': [
          {
            guard: { type: 'the user typed credentials', params: ({ event }) => event },
            target: 'requesting',
            actions: { type: 'take the credentials', params: ({ event }) => event },
          },
          { target: 'settled', actions: 'note that the user stopped it' },
        ],
      },
    },
    redirecting: {
      entry: 'ask whether to follow',
      on: {
        'user.answered': [
          {
            guard: { type: 'the user accepts', params: ({ event }) => event },
            target: 'requesting',
            actions: { type: 'turn to the new place', params: ({ context }) => context.received },
          },
          { target: 'settled', actions: 'note that the user stopped it' },
        ],
      },
    },
    waiting: { after: { 'until the server wants': 'requesting' } },
    settled: { type: 'final' },
  },
  output: ({ context }) => retrievedBy(context),
})

beginAtOnce(retrievalMachine, begin)
