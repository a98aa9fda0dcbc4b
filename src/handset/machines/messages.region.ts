/**
 * What is pushed to the phone. A message is joined, decided on and kept in the moment in which it comes, and segments that
 * wait are in flash: nothing of it lasts, so it has no state and no actor. What lasts is a link that waits until the phone is
 * done with something else.
 */
import { or, stateIn } from 'xstate'
import { handsetSetup } from './handset.setup.ts'

export const messages = handsetSetup.createStateConfig({
  initial: 'listening',
  on: {
    'message.arrived': {
      actions: { type: 'take the message', params: ({ event }) => event },
    },
    'message.chosen': {
      actions: { type: 'open the message', params: ({ event }) => event },
    },
  },
  states: {
    listening: {
      always: { guard: 'a link is to be shown', target: 'announcing' },
    },
    announcing: {
      always: {
        guard: or(['it does not wait', stateIn({ work: 'idle' })]),
        target: 'listening',
        actions: 'show the link',
      },
    },
  },
})
