/** The reports in flash: those that are due are sent one at a time; without coverage the rest waits. */
import { and } from 'xstate'
import { deliveryInput, handsetSetup } from './handset.setup.ts'

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
    draining: {
      invoke: {
        src: 'reportDelivery',
        id: 'report-delivery',
        input: ({ context }) => deliveryInput(context),
        onDone: [
          {
            guard: and(['another is due', 'there is coverage']),
            target: 'draining',
            reenter: true,
            actions: 'strike off the first',
          },
          { guard: 'another is due', target: 'suspended', actions: 'strike off the first' },
          {
            guard: 'the installer waits for it',
            target: 'empty',
            actions: ['strike off the first', 'note that nobody waits', 'let the installer go on'],
          },
          { target: 'empty', actions: 'strike off the first' },
        ],
      },
      on: {
        'reports.wanted': {
          actions: { type: 'find what is due', params: ({ event }) => event.trigger },
        },
      },
    },
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
