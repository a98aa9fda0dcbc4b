/** What the user does with an installed suite: start it, or remove it after a question. */
import { emit, setup } from 'xstate'
import type { TraceFact } from '../../trace/events.ts'
import type { InstalledSuite } from '../flash.ts'
import type { Phone } from '../phone.ts'
import { makeReport } from '../rules/attempt.ts'
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
    'ask for confirmation': emit(({ context }): TraceFact => confirmation(context)),
    'remove the suite': ({ context }) => removeSuite(context),
    'tell that it is removed': emit(({ context: { suite } }): TraceFact => ({
      type: 'suite.removed',
      suite: suite.subject,
    })),
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
            actions: ['remove the suite', 'tell that it is removed'],
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

function confirmation({ suite }: AppManagerInput): TraceFact {
  const own = suite.deleteConfirm === undefined ? '' : ` ${suite.deleteConfirm}`
  const text = `Remove ${suite.subject.name}? All its MIDlets and records go.${own}`
  return { type: 'prompt.shown', prompt: 'delete', text }
}

/** The suite goes whether or not its deletion is ever reported (OTA2 Status reports). */
function removeSuite({ phone, suite }: AppManagerInput): void {
  const report = makeReport(phone, { url: suite.deleteNotify, code: 912, suiteId: undefined })
  phone.storage.commit({ kind: 'suite removed', suiteId: suite.id, report })
}
