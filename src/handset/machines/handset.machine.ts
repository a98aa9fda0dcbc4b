/** The handset while it has power: coverage, the user's attention, the work in hand, the reports. It routes; children work. */
import { handsetSetup, unoccupied } from './handset.setup.ts'
import { reports } from './reports.region.ts'
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
    reports,
  },
})
