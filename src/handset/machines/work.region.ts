/** The work in hand: one thing at a time, each done by a child. */
import { not } from 'xstate'
import { discoveryInput, fetchInput, installerInput, managerInput } from './handset-inputs.ts'
import { handsetSetup } from './handset.setup.ts'

export const work = handsetSetup.createStateConfig({
  initial: 'idle',
  states: {
    idle: {
      always: { guard: 'a link is to be shown', actions: 'show the link' },
      on: {
        'link.opened': {
          target: 'discovering',
          actions: [
            { type: 'note the link', params: ({ event }) => event },
            'tell that the link was opened',
          ],
        },
        'download.wanted': {
          guard: { type: 'it can go on', params: ({ event }) => event },
          target: 'discovering',
          actions: [
            { type: 'note what goes on', params: ({ event }) => event },
            'tell that it goes on',
          ],
        },
        'fetch.wanted': 'fetching',
        'suite.chosen': [
          {
            guard: { type: 'it is to be launched', params: ({ event }) => event },
            actions: [
              { type: 'tell that it is launched', params: ({ event }) => event },
              { type: 'want its reports sent', params: ({ event }) => event },
              { type: 'start it', params: ({ event }) => event },
            ],
          },
          { target: 'managing' },
        ],
      },
    },
    discovering: {
      invoke: {
        src: 'retrieval',
        id: 'discovery',
        input: ({ context }) => discoveryInput(context),
        onDone: [
          {
            guard: { type: 'its scripts are to be run', params: ({ event }) => event.output },
            target: 'rendering',
            actions: { type: 'note what was found', params: ({ event }) => event.output },
          },
          {
            guard: { type: 'it is a page that leads on', params: ({ event }) => event.output },
            target: 'reading',
            actions: [
              { type: 'mind the download', params: ({ event }) => event.output },
              { type: 'note what was found', params: ({ event }) => event.output },
            ],
          },
          {
            guard: { type: 'the link led somewhere', params: ({ event }) => event.output },
            target: 'installing',
            actions: [
              { type: 'mind the download', params: ({ event }) => event.output },
              { type: 'note what was found', params: ({ event }) => event.output },
            ],
          },
          {
            target: 'idle',
            actions: [
              { type: 'mind the download', params: ({ event }) => event.output },
              { type: 'tell that the link is dead', params: ({ event }) => event.output },
            ],
          },
        ],
      },
      on: {
        'user.*': { actions: { type: 'pass it to the discovery', params: ({ event }) => event } },
      },
    },
    rendering: {
      entry: 'have the page rendered',
      exit: 'stop the browser',
      on: {
        'page.came': [
          {
            guard: { type: 'what it shows leads on', params: ({ event }) => event },
            target: 'reading',
            actions: { type: 'note what it shows', params: ({ event }) => event },
          },
          {
            target: 'idle',
            actions: { type: 'tell that the page is dead', params: ({ event }) => event },
          },
        ],
        'user.cancelled': { target: 'idle', actions: 'tell that the user left' },
      },
    },
    reading: {
      entry: ['tell of the page', 'ask where to go', 'let the page go on'],
      exit: 'leave the page',
      on: {
        'page.refreshed': {
          target: 'discovering',
          actions: ['follow the page', 'tell where it goes on'],
        },
        'user.answered': [
          {
            guard: { type: 'the user goes on', params: ({ event }) => event },
            target: 'discovering',
            actions: [
              { type: 'follow the link of the page', params: ({ event }) => event },
              'tell where it goes on',
            ],
          },
          { target: 'idle', actions: ['tell that nobody goes on', 'tell that the user left'] },
        ],
        'user.cancelled': {
          target: 'idle',
          actions: ['tell that nobody goes on', 'tell that the user left'],
        },
      },
    },
    installing: {
      invoke: {
        src: 'installer',
        id: 'installer',
        input: ({ context, self }) => installerInput(context, self),
        onDone: [
          {
            guard: { type: 'it was a download', params: ({ event }) => event.output },
            target: 'reporting',
            actions: [
              { type: 'note the download', params: ({ event }) => event.output },
              'keep the report of the download',
              { type: 'tell why there is no object', params: ({ event }) => event.output },
              'want new reports sent',
            ],
          },
          {
            guard: 'a page is named',
            target: 'offering',
            actions: [
              { type: 'queue its report', params: ({ event }) => event.output },
              { type: 'tell the outcome', params: ({ event }) => event.output },
              'want new reports sent',
            ],
          },
          {
            target: 'idle',
            actions: [
              { type: 'queue its report', params: ({ event }) => event.output },
              { type: 'tell the outcome', params: ({ event }) => event.output },
              'want new reports sent',
            ],
          },
        ],
      },
      on: {
        'queue.drained': { actions: 'tell the installer' },
        'user.*': { actions: { type: 'pass it to the installer', params: ({ event }) => event } },
      },
    },
    reporting: {
      always: [
        {
          guard: 'the object may be installed',
          target: 'installing',
          actions: ['tell that the object may be used', 'take the object for what was found'],
        },
        {
          guard: 'the object may be used',
          target: 'offering',
          actions: [
            'tell that the object may be used',
            'store the content',
            'tell that the content is stored',
          ],
        },
        {
          guard: 'the download is over',
          target: 'offering',
          actions: 'tell that the object is lost',
        },
      ],
    },
    offering: {
      entry: 'offer the next page',
      always: { guard: not('a page is to follow'), target: 'idle' },
      on: {
        'user.answered': [
          {
            guard: { type: 'the user agrees', params: ({ event }) => event },
            target: 'discovering',
            actions: 'go to the next page',
          },
          { target: 'idle' },
        ],
        'user.cancelled': 'idle',
      },
    },
    fetching: {
      invoke: {
        src: 'retrieval',
        id: 'retrieval',
        input: ({ context, event }) => fetchInput(context, event),
        onDone: 'idle',
      },
    },
    managing: {
      invoke: {
        src: 'appManager',
        id: 'app-manager',
        input: ({ context, event }) => managerInput(context, event),
        onDone: { target: 'idle', actions: 'want its deletion sent' },
      },
      on: {
        'user.*': { actions: { type: 'pass it to the app manager', params: ({ event }) => event } },
      },
    },
  },
})
