/** What the user does with an installed suite: start it, or remove it after a question. */
import { emit, setup } from 'xstate'
import type { TraceFact } from '../../trace/events.ts'
import type { InstalledSuite } from '../flash.ts'
import type { Phone } from '../phone.ts'
import { removeSuite, removalQuestion } from '../rules/removal.ts'
import type { UserEvent } from './events.ts'
import { isAccepted } from './questions.ts'

export interface SuiteChoice {
  readonly suite: InstalledSuite
  readonly for: 'launch' | 'removal'
}

export type AppManagerInput = SuiteChoice & { readonly phone: Phone }

export interface AppManagerOutput {
  /** Id of the suite that was started. */
  readonly launched: string | undefined
}

export const appManagerMachine = setup({
  types: {
    context: {} as AppManagerInput,
    input: {} as AppManagerInput,
    output: {} as AppManagerOutput,
    events: {} as UserEvent,
    emitted: {} as TraceFact,
  },
  guards: {
    'it is to be launched': ({ context }) => context.for === 'launch',
    'the user accepts': (_, event: UserEvent) => isAccepted(event),
  },
  actions: {
    'tell that it is launched': emit(({ context: { suite } }): TraceFact => ({
      type: 'suite.launched',
      suite: suite.subject,
    })),
    'ask for confirmation': emit(({ context: { phone, suite } }): TraceFact =>
      removalQuestion(phone, suite),
    ),
    'remove the suite': ({ context: { phone, suite } }) => removeSuite(phone, suite),
  },
}).createMachine({
  id: 'app-manager',
  context: ({ input }) => input,
  initial: 'ready',
  states: {
    ready: {
      always: [{ guard: 'it is to be launched', target: 'launching' }, { target: 'deleting' }],
    },
    launching: { type: 'final', entry: 'tell that it is launched' },
    deleting: {
      entry: 'ask for confirmation',
      on: {
        'user.answered': [
          {
            guard: { type: 'the user accepts', params: ({ event }) => event },
            target: 'closed',
            actions: 'remove the suite',
          },
          { target: 'closed' },
        ],
        'user.cancelled': 'closed',
      },
    },
    closed: { type: 'final' },
  },
  output: ({ context }) => ({
    launched: context.for === 'launch' ? context.suite.id : undefined,
  }),
})
