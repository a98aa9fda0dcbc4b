/**
 * The first report that is due: an attempt, another by schedule where the phone has one, until it is delivered or left. No actor
 * of its own: one for each report would cost more than all else that a report needs.
 */
import { and } from 'xstate'
import { handsetSetup } from './handset.setup.ts'

export const delivering = handsetSetup.createStateConfig({
  initial: 'posting',
  on: {
    'reports.wanted': {
      actions: { type: 'find what is due', params: ({ event }) => event.trigger },
    },
  },
  states: {
    posting: {
      entry: ['save the attempt', 'send the report'],
      on: {
        'answer.came': [
          {
            guard: { type: 'it is delivered', params: ({ event }) => event.received },
            target: 'over',
            actions: [
              { type: 'note the answer', params: ({ event }) => event.received },
              'take it off the queue',
              'tell that it is delivered',
            ],
          },
          {
            guard: { type: 'it is sent again at once', params: ({ event }) => event.received },
            actions: ['count the repetition', 'send the report'],
          },
          {
            guard: 'attempts are used up',
            target: 'over',
            actions: [
              { type: 'note the answer', params: ({ event }) => event.received },
              'take it off the queue',
              { type: 'tell that it is given up', params: ({ event }) => event.received },
            ],
          },
          { guard: 'the schedule has another', target: 'waiting' },
          {
            target: 'over',
            actions: { type: 'tell that it is kept', params: ({ event }) => event.received },
          },
        ],
      },
    },
    waiting: { after: { 'by schedule': { target: 'posting', actions: 'count the attempt' } } },
    over: {
      entry: 'strike off the first',
      always: [
        { guard: and(['another is due', 'there is coverage']), target: 'posting' },
        { guard: 'another is due', target: '#handset.reports.suspended' },
        {
          guard: 'the installer waits for it',
          target: '#handset.reports.empty',
          actions: ['note that nobody waits', 'let the installer go on'],
        },
        { target: '#handset.reports.empty' },
      ],
    },
  },
})
