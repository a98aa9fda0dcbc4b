/** The reports in flash: those that are due are sent one at a time; without coverage the rest waits. */
import { delivering } from './delivering.region.ts'
import { handsetSetup } from './handset.setup.ts'

export const reports = handsetSetup.createStateConfig({
  initial: 'empty',
  states: {
    empty: {
      on: {
        'reports.wanted': [
          {
            guard: { type: 'something can be sent', params: ({ event }) => event.trigger },
            target: 'draining',
            actions: { type: 'find what is due', params: ({ event }) => event.trigger },
          },
          {
            guard: { type: 'the installer waits', params: ({ event }) => event.trigger },
            actions: 'let the installer go on',
          },
        ],
        'coverage.regained': {
          guard: { type: 'something can be sent', params: { kind: 'coverage regained' } },
          target: 'draining',
          actions: { type: 'find what is due', params: { kind: 'coverage regained' } },
        },
      },
    },
    draining: delivering,
    suspended: {
      entry: ['note that nobody waits', 'let the installer go on'],
      on: {
        'coverage.regained': {
          target: 'draining',
          actions: { type: 'find what is due', params: { kind: 'coverage regained' } },
        },
        'reports.wanted': {
          actions: [
            { type: 'find what is due', params: ({ event }) => event.trigger },
            'note that nobody waits',
            'let the installer go on',
          ],
        },
      },
    },
  },
})
