/** One attempt to install: preflight, consent, download, verification, commit; or back to how it was. */
import * as attempt from '../rules/attempt.ts'
import { confirming } from './confirming.region.ts'
import { installerSetup } from './installer.setup.ts'
import { verifying } from './verifying.region.ts'

export const installerMachine = installerSetup.createMachine({
  id: 'installer',
  context: ({ input }) => ({ ...attempt.begin(input), handset: input.handset }),
  initial: 'preflight',
  entry: 'tell that it began',
  on: {
    'user.cancelled': { target: '.rollingBack', actions: 'note that the user stopped it' },
  },
  states: {
    preflight: {
      entry: 'examine the descriptor',
      always: [
        { guard: 'it is refused', target: 'settled' },
        { guard: 'the user has agreed before', target: 'verifying' },
        { guard: 'the package is here', target: 'confirming.installation' },
        {
          guard: 'it is an update',
          target: 'confirming.update',
          actions: 'tell that the descriptor passed',
        },
        { target: 'confirming.installation', actions: 'tell that the descriptor passed' },
      ],
    },
    confirming,
    downloading: {
      initial: 'fetching',
      states: {
        reportingDeletions: {
          entry: 'have deletions reported',
          on: {
            'queue.drained': [
              { guard: 'the package is here', target: '#installer.verifying' },
              { target: 'fetching' },
            ],
          },
        },
        fetching: {
          entry: 'hold its report',
          invoke: {
            src: 'retrieval',
            id: 'retrieval',
            input: ({ context }) => attempt.packageRetrieval(context),
            onDone: [
              {
                guard: { type: 'an object came', params: ({ event }) => event.output },
                target: '#installer.settled',
                actions: { type: 'take the answer', params: ({ event }) => event.output },
              },
              {
                guard: {
                  type: 'the package came, and reports go first',
                  params: ({ event }) => event.output,
                },
                target: 'reportingDeletions',
                actions: { type: 'take the answer', params: ({ event }) => event.output },
              },
              {
                guard: { type: 'the package came', params: ({ event }) => event.output },
                target: '#installer.verifying',
                actions: { type: 'take the answer', params: ({ event }) => event.output },
              },
              {
                target: '#installer.rollingBack',
                actions: { type: 'take the answer', params: ({ event }) => event.output },
              },
            ],
          },
          on: {
            'user.answered': {
              actions: { type: 'pass it to the retrieval', params: ({ event }) => event },
            },
          },
        },
      },
    },
    verifying,
    committing: {
      type: 'final',
      entry: [
        'make the suite',
        'store the suite',
        'tell what it runs',
        'tell that it is installed',
      ],
    },
    rollingBack: { type: 'final', entry: 'discard what was downloaded' },
    settled: { type: 'final' },
  },
  output: ({ context }) => attempt.resultOf(context),
})
