/** The clients that run: one after the other connects; without coverage they wait for it. */
import { handsetSetup } from './handset.setup.ts'

export const clients = handsetSetup.createStateConfig({
  initial: 'resting',
  on: {
    'client.started': {
      guard: { type: 'it has a server', params: ({ event }) => event },
      actions: { type: 'let it run', params: ({ event }) => event },
    },
  },
  states: {
    resting: { always: { guard: 'a client is to connect', target: 'connecting' } },
    connecting: {
      entry: 'connect it',
      on: {
        'contact.ended': [
          {
            guard: { type: 'it had no coverage', params: ({ event }) => event.heard },
            target: 'waiting',
            actions: { type: 'tell of the contact', params: ({ event }) => event.heard },
          },
          {
            target: 'resting',
            actions: [
              { type: 'tell of the contact', params: ({ event }) => event.heard },
              { type: 'remember the contact', params: ({ event }) => event.heard },
              'note that it has connected',
            ],
          },
        ],
      },
    },
    waiting: {
      on: { 'coverage.regained': { target: 'resting', actions: 'note which are still there' } },
    },
  },
})
