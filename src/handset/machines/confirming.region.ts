/** The user's consent, before anything is fetched: to an update, then to the installation. */
import { installerSetup } from './installer.setup.ts'

export const confirming = installerSetup.createStateConfig({
  initial: 'installation',
  states: {
    update: {
      entry: 'ask about the update',
      on: {
        'user.answered': [
          {
            guard: { type: 'the user refuses', params: ({ event }) => event },
            target: '#installer.settled',
            actions: 'note that the user refused',
          },
          {
            target: 'installation',
            actions: ['note that the user agreed', 'clear what it replaces'],
          },
        ],
      },
    },
    installation: {
      entry: 'ask for consent',
      on: {
        'user.answered': [
          {
            guard: { type: 'the user refuses', params: ({ event }) => event },
            target: '#installer.settled',
            actions: 'note that the user refused',
          },
          {
            guard: 'the object came with its descriptor',
            target: '#installer.settled',
            actions: 'take the object',
          },
          {
            guard: 'deletions are pending',
            target: '#installer.downloading.reportingDeletions',
          },
          { guard: 'the package is here', target: '#installer.verifying' },
          { target: '#installer.downloading.fetching' },
        ],
      },
    },
  },
})
