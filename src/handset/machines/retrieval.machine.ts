/** One retrieval of a descriptor or package: redirects, waiting after 503, ranges, and the question for credentials. */
import { begin, makeOrder, retrievalSetup, retrievedBy } from './retrieval.setup.ts'

export const retrievalMachine = retrievalSetup.createMachine({
  id: 'retrieval',
  context: ({ input }) => begin(input),
  initial: 'requesting',
  on: { 'user.cancelled': { target: '.settled', actions: 'note that the user stopped it' } },
  states: {
    requesting: {
      invoke: {
        src: 'carryRequest',
        input: ({ context }) => ({ phone: context.phone, order: makeOrder(context) }),
        onDone: [
          {
            guard: { type: 'the user is asked', params: ({ event }) => event.output },
            target: 'authenticating',
            actions: { type: 'take the outcome', params: ({ event }) => event.output },
          },
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
    waiting: { after: { 'until the server wants': 'requesting' } },
    settled: { type: 'final' },
  },
  output: ({ context }) => retrievedBy(context),
})
