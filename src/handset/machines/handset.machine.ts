/** The handset while it has power: coverage, the user's attention, the work in hand, the reports. It routes; children work. */
import { handsetSetup, queueInput, unoccupied } from './handset.setup.ts'
import { work } from './work.region.ts'

export const handsetMachine = handsetSetup.createMachine({
  id: 'handset',
  context: ({ input }) => unoccupied(input.phone),
  type: 'parallel',
  states: {
    coverage: {
      initial: 'covered',
      states: {
        covered: {
          on: { 'coverage.lost': { target: 'uncovered', actions: 'tell that coverage went' } },
        },
        uncovered: {
          on: { 'coverage.regained': { target: 'covered', actions: 'tell that coverage came' } },
        },
      },
    },
    attention: {
      initial: 'idle',
      states: {
        idle: {
          on: {
            'prompt.shown': {
              target: 'prompting',
              actions: { type: 'note who asks', params: ({ event }) => event.asker },
            },
          },
        },
        prompting: {
          on: {
            'user.answered': {
              target: 'idle',
              actions: { type: 'pass it to who asks', params: ({ event }) => event },
            },
            'user.cancelled': 'idle',
          },
        },
      },
    },
    work,
    reports: {
      initial: 'resting',
      states: {
        resting: {
          on: {
            'reports.wanted': [
              {
                guard: { type: 'something can be sent', params: ({ event }) => event.trigger },
                target: 'sending',
                actions: { type: 'note the trigger', params: ({ event }) => event.trigger },
              },
              {
                guard: { type: 'the installer waits', params: ({ event }) => event.trigger },
                actions: 'let the installer go on',
              },
            ],
            'coverage.regained': {
              guard: { type: 'something can be sent', params: { kind: 'coverage regained' } },
              target: 'sending',
              actions: { type: 'note the trigger', params: { kind: 'coverage regained' } },
            },
          },
        },
        sending: {
          invoke: {
            src: 'reportQueue',
            id: 'report-queue',
            input: ({ context }) => queueInput(context),
            onDone: [
              {
                guard: 'the installer waits for it',
                target: 'resting',
                actions: 'let the installer go on',
              },
              { target: 'resting' },
            ],
          },
          on: {
            'reports.wanted': {
              actions: [
                { type: 'note the trigger', params: ({ event }) => event.trigger },
                { type: 'tell the queue', params: ({ event }) => event.trigger },
              ],
            },
            'coverage.regained': { actions: 'tell the queue of coverage' },
          },
        },
      },
    },
  },
})
