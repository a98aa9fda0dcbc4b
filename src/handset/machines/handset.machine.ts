/** The handset itself: power, coverage, the user's attention, and the work in hand. It routes; children work. */
import { attemptInput, fetchInput, handsetSetup, phoneOf, unoccupied } from './handset.setup.ts'

export const handsetMachine = handsetSetup.createMachine({
  id: 'handset',
  context: ({ input }) => unoccupied(input.phone),
  type: 'parallel',
  states: {
    power: {
      initial: 'on',
      states: {
        on: {
          entry: 'tell that power came',
          invoke: [
            { src: 'appManager', id: 'app-manager', input: phoneOf },
            { src: 'reportQueue', id: 'report-queue', input: phoneOf },
          ],
          on: {
            'power.failed': { target: 'off', actions: 'tell that power went' },
            'suite.chosen': {
              actions: { type: 'pass it to the app manager', params: ({ event }) => event },
            },
            'reports.wanted': {
              actions: { type: 'have reports sent', params: ({ event }) => event.trigger },
            },
            'deletions.wanted': { actions: 'have deletions sent' },
          },
        },
        off: {},
      },
    },
    coverage: {
      initial: 'unknown',
      states: {
        unknown: {
          always: [{ guard: 'there is coverage', target: 'covered' }, { target: 'uncovered' }],
        },
        covered: {
          on: { 'coverage.lost': { target: 'uncovered', actions: 'tell that coverage went' } },
        },
        uncovered: {
          on: {
            'coverage.regained': {
              target: 'covered',
              actions: ['tell that coverage came', 'tell the queue of coverage'],
            },
          },
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
              actions: [
                { type: 'pass it to who asks', params: ({ event }) => event },
                'forget who asks',
              ],
            },
            'user.cancelled': { target: 'idle', actions: ['stop the removal', 'forget who asks'] },
          },
        },
      },
    },
    work: {
      initial: 'idle',
      states: {
        idle: {
          on: {
            'link.opened': {
              target: 'discovering',
              actions: [
                { type: 'note the link', params: ({ event }) => event.url },
                'tell that the link was opened',
              ],
            },
            'fetch.wanted': {
              target: 'fetching',
              actions: { type: 'note what to fetch', params: ({ event }) => event },
            },
          },
        },
        discovering: {
          invoke: {
            src: 'discovery',
            id: 'discovery',
            input: ({ context: { phone, url } }) => ({ phone, url }),
            onDone: [
              {
                guard: { type: 'the link led somewhere', params: ({ event }) => event.output },
                target: 'installing',
                actions: { type: 'note what was found', params: ({ event }) => event.output },
              },
              {
                target: 'idle',
                actions: {
                  type: 'tell that the link is dead',
                  params: ({ event }) => event.output,
                },
              },
            ],
          },
          on: { 'user.cancelled': { actions: 'stop the discovery' } },
        },
        installing: {
          invoke: {
            src: 'installer',
            id: 'installer',
            input: ({ context }) => attemptInput(context),
            onDone: {
              target: 'idle',
              actions: [
                { type: 'queue its report', params: ({ event }) => event.output },
                { type: 'tell the outcome', params: ({ event }) => event.output },
                'have new reports sent',
              ],
            },
          },
          on: {
            'queue.drained': { actions: 'tell the installer' },
            'user.cancelled': { actions: 'stop the installer' },
          },
        },
        fetching: {
          invoke: {
            src: 'retrieval',
            id: 'retrieval',
            input: ({ context }) => fetchInput(context),
            onDone: 'idle',
          },
        },
      },
    },
  },
})
