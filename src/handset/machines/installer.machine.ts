/** One attempt to install: preflight, consent, download, verification, commit; or back to how it was. */
import { assign, emit, setup } from 'xstate'
import type { TraceFact } from '../../trace/events.ts'
import type { Received } from '../behaviour.ts'
import * as attempt from '../rules/attempt.ts'
import type { Attempt, AttemptInput, InstallResult } from '../rules/attempt.ts'
import type { UserEvent } from './events.ts'
import { challengedBy, isAccepted, typedCredentials } from './questions.ts'
import { retrievalMachine } from './retrieval.machine.ts'

export type InstallerEvent = UserEvent | { readonly type: 'queue.drained' }

export const installerMachine = setup({
  types: {
    context: {} as Attempt,
    input: {} as AttemptInput,
    output: {} as InstallResult,
    events: {} as InstallerEvent,
    emitted: {} as TraceFact | { readonly type: 'deletions.wanted' },
  },
  actors: { retrieval: retrievalMachine },
  guards: {
    'it is refused': ({ context }) => context.refusal !== undefined,
    'the package is here': ({ context }) => context.octets !== undefined,
    'deletions are pending': ({ context }) => attempt.hasPendingReports(context),
    'the user is asked': ({ context }, received: Received) =>
      attempt.isChallenged(context, received),
    'the package came': ({ context }, received: Received) =>
      attempt.takeAnswer(context, received).refusal === undefined,
    'the user refuses': (_, event: UserEvent) => !isAccepted(event),
    'the user typed credentials': (_, event: UserEvent) => typedCredentials(event) !== undefined,
  },
  actions: {
    'examine the descriptor': assign(({ context }) => attempt.examine(context)),
    'take the answer': assign(({ context }, received: Received) =>
      attempt.takeAnswer(context, received),
    ),
    'take the credentials': assign(({ context }, event: UserEvent) => ({
      credentials: challengedBy(context.received, typedCredentials(event)),
      rounds: context.rounds + 1,
    })),
    'verify the package': assign(({ context }) => attempt.verify(context)),
    'note that the user refused': assign(() => ({ refusal: attempt.userRefused })),
    'note that the user stopped it': assign(() => ({ refusal: attempt.userStopped })),
    'discard what was downloaded': assign(() => ({ octets: undefined, received: undefined })),
    'store the suite': assign(({ context }) => attempt.store(context)),
    'tell that it began': emit(({ context }): TraceFact => attempt.beginning(context)),
    'tell that the descriptor passed': emit(({ context }): TraceFact =>
      attempt.acceptance(context),
    ),
    'tell that it is installed': emit(({ context }): TraceFact => attempt.installation(context)),
    'ask for consent': emit(({ context }): TraceFact => attempt.consentQuestion(context)),
    'ask for credentials': emit(({ context }): TraceFact => attempt.credentialsQuestion(context)),
    'have deletions reported': emit({ type: 'deletions.wanted' }),
  },
}).createMachine({
  id: 'installer',
  context: ({ input }) => attempt.begin(input),
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
        { guard: 'the package is here', target: 'confirming' },
        { target: 'confirming', actions: 'tell that the descriptor passed' },
      ],
    },
    confirming: {
      entry: 'ask for consent',
      on: {
        'user.answered': [
          {
            guard: { type: 'the user refuses', params: ({ event }) => event },
            target: 'settled',
            actions: 'note that the user refused',
          },
          { guard: 'deletions are pending', target: 'downloading.reportingDeletions' },
          { guard: 'the package is here', target: 'verifying' },
          { target: 'downloading.fetching' },
        ],
      },
    },
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
          invoke: {
            src: 'retrieval',
            id: 'retrieval',
            input: ({ context }) => attempt.packageRetrieval(context),
            onDone: [
              {
                guard: { type: 'the user is asked', params: ({ event }) => event.output },
                target: 'authenticating',
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
        },
        authenticating: {
          entry: 'ask for credentials',
          on: {
            'user.answered': [
              {
                guard: { type: 'the user typed credentials', params: ({ event }) => event },
                target: 'fetching',
                actions: { type: 'take the credentials', params: ({ event }) => event },
              },
              { target: '#installer.rollingBack', actions: 'note that the user refused' },
            ],
          },
        },
      },
    },
    verifying: {
      entry: 'verify the package',
      always: [{ guard: 'it is refused', target: 'rollingBack' }, { target: 'committing' }],
    },
    committing: {
      entry: ['store the suite', 'tell that it is installed'],
      always: 'settled',
    },
    rollingBack: { entry: 'discard what was downloaded', always: 'settled' },
    settled: { type: 'final' },
  },
  output: ({ context }) => attempt.resultOf(context),
})
