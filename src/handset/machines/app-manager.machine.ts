/** The removal of an installed suite, after a question. */
import { setup } from 'xstate'
import type { InstalledSuite } from '../flash.ts'
import type { Phone } from '../phone.ts'
import { ranAt } from '../rules/own-programs.ts'
import { removeSuite, removalQuestion } from '../rules/removal.ts'
import type { UserEvent } from './events.ts'
import { isAccepted } from './questions.ts'
import { tell, tellAll } from './tell.ts'

export interface AppManagerInput {
  readonly phone: Phone
  readonly suite: InstalledSuite
}

export const appManagerMachine = setup({
  types: {
    context: {} as AppManagerInput,
    input: {} as AppManagerInput,
    events: {} as UserEvent,
  },
  guards: {
    'the user accepts': (_, event: UserEvent) => isAccepted(event),
  },
  actions: {
    'ask for confirmation': tell(({ context: { phone, suite } }) => removalQuestion(phone, suite)),
    'tell what it runs': tellAll(({ context: { suite } }) => ranAt(suite, 'removal')),
    'remove the suite': ({ context: { phone, suite } }) => removeSuite(phone, suite),
  },
}).createMachine({
  id: 'app-manager',
  context: ({ input }) => input,
  initial: 'deleting',
  states: {
    deleting: {
      entry: 'ask for confirmation',
      on: {
        'user.answered': [
          {
            guard: { type: 'the user accepts', params: ({ event }) => event },
            target: 'closed',
            actions: ['tell what it runs', 'remove the suite'],
          },
          { target: 'closed' },
        ],
        'user.cancelled': 'closed',
      },
    },
    closed: { type: 'final' },
  },
})
