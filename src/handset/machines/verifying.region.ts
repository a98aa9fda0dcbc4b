/** The package is here: it is examined, and the user asked what only it has shown. */
import { installerSetup } from './installer.setup.ts'

export const verifying = installerSetup.createStateConfig({
  initial: 'examining',
  states: {
    examining: {
      entry: ['verify the package', 'tell whose signature it saw'],
      always: [
        { guard: 'it is refused', target: '#installer.rollingBack' },
        { guard: 'the user has to be asked', target: 'asking' },
        { guard: 'it turns out to be an update', target: 'update' },
        { guard: 'the user decides on the records', target: 'records' },
        { target: '#installer.committing' },
      ],
    },
    asking: {
      entry: 'ask what the examination wants to know',
      on: {
        'user.answered': [
          {
            guard: { type: 'the refusal ends it', params: ({ event }) => event },
            target: '#installer.rollingBack',
            actions: { type: 'note the reply', params: ({ event }) => event },
          },
          {
            target: 'examining',
            actions: [
              { type: 'clear what he agreed to', params: ({ event }) => event },
              { type: 'note the reply', params: ({ event }) => event },
            ],
          },
        ],
      },
    },
    update: {
      entry: 'ask about the update',
      on: {
        'user.answered': [
          {
            guard: { type: 'the user refuses', params: ({ event }) => event },
            target: '#installer.rollingBack',
            actions: 'note that the user refused',
          },
          {
            target: 'examining',
            actions: ['note that the user agreed', 'clear what it replaces'],
          },
        ],
      },
    },
    records: {
      entry: 'ask about the records',
      on: {
        'user.answered': {
          target: '#installer.committing',
          actions: {
            type: 'note what becomes of the records',
            params: ({ event }) => event,
          },
        },
      },
    },
  },
})
