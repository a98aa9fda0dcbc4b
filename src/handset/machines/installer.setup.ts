/** What the names in the installer's chart mean. */
import { sendTo, setup } from 'xstate'
import type { ActorRef, Snapshot } from 'xstate'
import type { ReportTrigger } from '../report-trigger.ts'
import * as attempt from '../rules/attempt.ts'
import * as completion from '../rules/completion.ts'
import type { Attempt, AttemptInput, InstallResult } from '../rules/attempt.ts'
import { holdReport, takePart } from '../rules/download-attempt.ts'
import type { UserEvent } from './events.ts'
import { isAccepted } from './questions.ts'
import { retrievalMachine } from './retrieval.machine.ts'
import type { Retrieved } from './retrieval.setup.ts'
import { note } from './note.ts'
import { ask, tell, tellAll } from './tell.ts'

export type InstallerEvent = UserEvent | { readonly type: 'queue.drained' }

/** Asked of the handset: that the reports which are due go out. */
export interface ReportsWanted {
  readonly type: 'reports.wanted'
  readonly trigger: ReportTrigger
}

export interface InstallerInput extends AttemptInput {
  readonly handset: ActorRef<Snapshot<unknown>, ReportsWanted>
}

export const installerSetup = setup({
  types: {
    context: {} as Attempt & InstallerInput,
    input: {} as InstallerInput,
    output: {} as InstallResult,
    events: {} as InstallerEvent,
  },
  actors: { retrieval: retrievalMachine },
  guards: {
    'it is refused': ({ context }) => context.refusal !== undefined,
    'the package is here': ({ context }) => context.octets !== undefined,
    'the user has agreed before': ({ context: { find } }) =>
      find.kind === 'package' && find.agreed === true,
    'the object came with its descriptor': ({ context }) => takePart(context) !== undefined,
    'an object came': ({ context }, retrieved: Retrieved) =>
      context.download !== undefined &&
      attempt.takeAnswer(context, retrieved).refusal === undefined,
    'it is an update': ({ context }) => context.replacement !== undefined,
    'it turns out to be an update': ({ context: { replacement, agreed } }) =>
      replacement !== undefined && replacement.silently !== true && !agreed,
    'the user has to be asked': ({ context }) => context.question !== undefined,
    'the refusal ends it': ({ context }, event: UserEvent) =>
      !isAccepted(event) && context.question?.refusal !== undefined,
    'the user decides on the records': ({ context: { retention } }) => retention?.kind === 'ask',
    'deletions are pending': ({ context }) =>
      attempt.hasPendingReports(context, 'before the package'),
    'the package came, and reports go first': ({ context }, retrieved: Retrieved) =>
      attempt.takeAnswer(context, retrieved).refusal === undefined &&
      attempt.hasPendingReports(context, 'after the package'),
    'the package came': ({ context }, retrieved: Retrieved) =>
      attempt.takeAnswer(context, retrieved).refusal === undefined,
    'the user refuses': (_, event: UserEvent) => !isAccepted(event),
  },
  actions: {
    'examine the descriptor': note(({ context }) => attempt.examine(context)),
    'take the answer': note(({ context }, retrieved: Retrieved) =>
      attempt.takeAnswer(context, retrieved),
    ),
    'take the object': note(({ context }) => takePart(context) ?? {}),
    'hold its report': ({ context }) => holdReport(context),
    'pass it to the retrieval': sendTo('retrieval', (_, event: UserEvent) => event),
    'verify the package': note(({ context }) => completion.verify(context)),
    'tell whose signature it saw': ({ context, self }) => completion.tellLook(context, self.id),
    'note that the user agreed': note(() => ({ agreed: true })),
    'note what becomes of the records': note((_, event: UserEvent) =>
      completion.userDecides(isAccepted(event)),
    ),
    'note the reply': note(({ context }, event: UserEvent) =>
      completion.takeReply(context, isAccepted(event)),
    ),
    'clear what he agreed to': ({ context }, event: UserEvent) =>
      completion.clearAgreed(context, isAccepted(event)),
    'clear what it replaces': ({ context }) => attempt.clear(context),
    'note that the user refused': note(() => ({ refusal: attempt.userRefused })),
    'note that the user stopped it': note(() => ({ refusal: attempt.userStopped })),
    'discard what was downloaded': note(() => ({ octets: undefined })),
    'make the suite': note(({ context }) => completion.finish(context)),
    'store the suite': ({ context }) => completion.storeSuite(context),
    'tell that it began': tell(({ context }) => attempt.beginning(context)),
    'tell that the descriptor passed': tell(({ context }) => attempt.acceptance(context)),
    'tell what it runs': tellAll(({ context }) => completion.programsRun(context)),
    'tell that it is installed': tell(({ context }) => completion.installation(context)),
    'ask for consent': ask(({ context }) => attempt.consentQuestion(context)),
    'ask about the update': ask(({ context }) => attempt.updatePrompt(context)),
    'ask what the examination wants to know': ask(({ context }) =>
      completion.questionPrompt(context),
    ),
    'ask about the records': ask(({ context }) => completion.recordsPrompt(context)),
    'have deletions reported': sendTo(({ context }) => context.handset, {
      type: 'reports.wanted',
      trigger: { kind: 'install begins' },
    }),
  },
})
