/** The installed suites: starts them and, if the user confirms, removes them. */
import { assign, emit, setup } from 'xstate'
import type { TraceFact } from '../../trace/events.ts'
import type { ReportTrigger } from '../behaviour.ts'
import type { InstalledSuite } from '../flash.ts'
import type { Phone } from '../phone.ts'
import { makeReport } from '../rules/attempt.ts'
import type { UserEvent } from './events.ts'
import { isAccepted } from './questions.ts'

export type AppManagerEvent =
  | {
      readonly type: 'suite.chosen'
      readonly suite: InstalledSuite
      readonly for: 'launch' | 'removal'
    }
  | UserEvent

interface AppManagerContext {
  readonly phone: Phone
  readonly suite: InstalledSuite | undefined
}

export const appManagerMachine = setup({
  types: {
    context: {} as AppManagerContext,
    input: {} as { readonly phone: Phone },
    events: {} as AppManagerEvent,
    emitted: {} as TraceFact | { readonly type: 'reports.wanted'; readonly trigger: ReportTrigger },
  },
  guards: {
    'it is to be launched': (_, purpose: 'launch' | 'removal') => purpose === 'launch',
    'the user accepts': (_, event: UserEvent) => isAccepted(event),
  },
  actions: {
    'take the suite': assign((_, suite: InstalledSuite) => ({ suite })),
    'tell that it is launched': emit(({ context }): TraceFact => ({
      type: 'suite.launched',
      suite: subjectOf(context),
    })),
    'have its reports sent': emit(({ context }) => ({
      type: 'reports.wanted' as const,
      trigger: { kind: 'suite started' as const, suiteId: context.suite?.id ?? '' },
    })),
    'ask for confirmation': emit(({ context }): TraceFact => confirmation(context)),
    'remove the suite': ({ context }) => removeSuite(context),
    'tell that it is removed': emit(({ context }): TraceFact => ({
      type: 'suite.removed',
      suite: subjectOf(context),
    })),
  },
}).createMachine({
  id: 'app-manager',
  context: ({ input }) => ({ phone: input.phone, suite: undefined }),
  initial: 'ready',
  states: {
    ready: {
      on: {
        'suite.chosen': [
          {
            guard: { type: 'it is to be launched', params: ({ event }) => event.for },
            target: 'launching',
            actions: { type: 'take the suite', params: ({ event }) => event.suite },
          },
          {
            target: 'deleting',
            actions: { type: 'take the suite', params: ({ event }) => event.suite },
          },
        ],
      },
    },
    launching: {
      entry: ['tell that it is launched', 'have its reports sent'],
      always: 'ready',
    },
    deleting: {
      entry: 'ask for confirmation',
      on: {
        'user.answered': [
          {
            guard: { type: 'the user accepts', params: ({ event }) => event },
            target: 'ready',
            actions: ['remove the suite', 'tell that it is removed'],
          },
          { target: 'ready' },
        ],
        'user.cancelled': 'ready',
      },
    },
  },
})

function subjectOf({ suite }: AppManagerContext) {
  if (suite === undefined) throw new TypeError('no suite was chosen')
  return suite.subject
}

function confirmation({ suite }: AppManagerContext): TraceFact {
  const own = suite?.deleteConfirm === undefined ? '' : ` ${suite.deleteConfirm}`
  const text = `Remove ${suite?.subject.name}? All its MIDlets and records go.${own}`
  return { type: 'prompt.shown', prompt: 'delete', text }
}

/** The suite goes whether or not its deletion is ever reported (OTA2 Status reports). */
function removeSuite({ phone, suite }: AppManagerContext): void {
  if (suite === undefined) throw new TypeError('no suite was chosen')
  const report = makeReport(phone, { url: suite.deleteNotify, code: 912, suiteId: undefined })
  phone.storage.commit({ kind: 'suite removed', suiteId: suite.id, report })
}
