/** What the names in the handset's chart mean. */
import { assign, emit, enqueueActions, raise, sendTo, setup } from 'xstate'
import type { Exchange, Purpose, TraceFact } from '../../trace/events.ts'
import type { ReportTrigger } from '../behaviour.ts'
import { queueOutcomeReport, settleDeadEnd, settleInstall } from '../rules/outcome.ts'
import type { AttemptInput, InstallResult } from '../rules/attempt.ts'
import type { Credentials } from '../rules/credentials.ts'
import type { Find } from '../rules/find.ts'
import type { Phone } from '../phone.ts'
import { appManagerMachine } from './app-manager.machine.ts'
import type { AppManagerInput, AppManagerOutput, SuiteChoice } from './app-manager.machine.ts'
import { discoveryMachine } from './discovery.machine.ts'
import type { DiscoveryOutput } from './discovery.machine.ts'
import type { UserEvent } from './events.ts'
import { installerMachine } from './installer.machine.ts'
import { reportQueueMachine } from './report-queue.machine.ts'
import type { QueueInput } from './report-queue.machine.ts'
import { retrievalMachine } from './retrieval.machine.ts'
import type { RetrievalInput } from './retrieval.machine.ts'

interface FetchWanted {
  readonly type: 'fetch.wanted'
  readonly url: string
  readonly purpose: Purpose
  readonly probe: Exchange['probe']
}

export type HandsetEvent =
  | { readonly type: 'link.opened'; readonly url: string }
  | FetchWanted
  | (SuiteChoice & { readonly type: 'suite.chosen' })
  | UserEvent
  | { readonly type: 'coverage.lost' }
  | { readonly type: 'coverage.regained' }
  | { readonly type: 'reports.wanted'; readonly trigger: ReportTrigger }
  /** Told by a child that asks the user something. */
  | { readonly type: 'prompt.shown'; readonly asker: Asker }
  /** The reports that the installer wanted sent first are sent, or cannot be now. */
  | { readonly type: 'queue.drained' }

export type Asker = 'discovery' | 'installer' | 'app-manager'

interface HandsetContext {
  readonly phone: Phone
  readonly asker: Asker
  readonly url: string
  readonly find: Find | undefined
  readonly credentials: Credentials | undefined
  readonly fetch: FetchWanted | undefined
  readonly choice: SuiteChoice | undefined
  readonly trigger: ReportTrigger
  /** Reports are sent before the package is fetched, and it waits for them. */
  readonly installerWaits: boolean
}

const newReports: ReportTrigger = { kind: 'report queued' }

export const handsetSetup = setup({
  types: {
    context: {} as HandsetContext,
    input: {} as { readonly phone: Phone },
    events: {} as HandsetEvent,
    emitted: {} as TraceFact,
    children: {} as {
      discovery: 'discovery'
      installer: 'installer'
      'app-manager': 'appManager'
      'report-queue': 'reportQueue'
    },
  },
  actors: {
    discovery: discoveryMachine,
    installer: installerMachine,
    retrieval: retrievalMachine,
    appManager: appManagerMachine,
    reportQueue: reportQueueMachine,
  },
  guards: {
    'the link led somewhere': (_, { find }: DiscoveryOutput) => find.kind !== 'dead end',
    'it was launched': (_, { launched }: AppManagerOutput) => launched !== undefined,
    'the installer waits': (_, trigger: ReportTrigger) => trigger.kind === 'install begins',
    'the installer waits for it': ({ context }) => context.installerWaits,
    'something can be sent': ({ context: { phone } }, trigger: ReportTrigger) =>
      phone.radio.covered && phone.behaviour.dueReports(phone.storage.read(), trigger).length > 0,
  },
  actions: {
    'note the link': assign((_, url: string) => ({ url })),
    'note what to fetch': assign((_, fetch: FetchWanted) => ({ fetch })),
    'note the suite': assign((_, choice: SuiteChoice) => ({ choice })),
    'note what was found': assign((_, { find, credentials }: DiscoveryOutput) => ({
      find,
      credentials,
    })),
    'note who asks': assign((_, asker: Asker) => ({ asker })),
    'note the trigger': assign(({ context }, trigger: ReportTrigger) => ({
      trigger,
      installerWaits: context.installerWaits || trigger.kind === 'install begins',
    })),
    'pass it to who asks': sendTo(
      ({ context }) => context.asker,
      (_, event: UserEvent) => event,
    ),
    'queue its report': ({ context }, result: InstallResult) =>
      queueOutcomeReport(context.phone, result),
    'want new reports sent': raise({ type: 'reports.wanted', trigger: newReports }),
    'want its reports sent': enqueueActions(({ enqueue }, { launched }: AppManagerOutput) => {
      if (launched === undefined) return
      enqueue.raise({
        type: 'reports.wanted',
        trigger: { kind: 'suite started', suiteId: launched },
      })
    }),
    'tell the queue': sendTo('report-queue', (_, trigger: ReportTrigger) => ({
      type: 'reports.due',
      trigger,
    })),
    'tell the queue of coverage': sendTo('report-queue', { type: 'coverage.regained' }),
    'tell the installer': sendTo('installer', { type: 'queue.drained' }),
    'let the installer go on': enqueueActions(({ enqueue }) => {
      enqueue.assign({ installerWaits: false })
      enqueue.raise({ type: 'queue.drained' })
    }),
    'stop the discovery': sendTo('discovery', { type: 'user.cancelled' }),
    'stop the installer': sendTo('installer', { type: 'user.cancelled' }),
    'stop the removal': sendTo('app-manager', { type: 'user.cancelled' }),
    'tell that the link was opened': emit(({ context }): TraceFact => ({
      type: 'link.opened',
      url: context.url,
    })),
    'tell that the link is dead': emit((_, output: DiscoveryOutput): TraceFact =>
      settleDeadEnd(output.find),
    ),
    'tell the outcome': emit((_, result: InstallResult): TraceFact => settleInstall(result)),
    'tell that coverage went': emit({ type: 'coverage.changed', covered: false }),
    'tell that coverage came': emit({ type: 'coverage.changed', covered: true }),
  },
})

export function unoccupied(phone: Phone): HandsetContext {
  return {
    phone,
    asker: 'app-manager',
    url: '',
    find: undefined,
    credentials: undefined,
    fetch: undefined,
    choice: undefined,
    trigger: newReports,
    installerWaits: false,
  }
}

export function attemptInput({ phone, find, credentials }: HandsetContext): AttemptInput {
  if (find === undefined || find.kind === 'dead end') throw new TypeError('nothing to install')
  return { phone, find, credentials }
}

export function fetchInput({ phone, fetch, credentials }: HandsetContext): RetrievalInput {
  if (fetch === undefined) throw new TypeError('nothing to fetch')
  const { url, purpose, probe } = fetch
  return { phone, url, purpose, probe, credentials, expectedBytes: undefined }
}

export function managerInput({ phone, choice }: HandsetContext): AppManagerInput {
  if (choice === undefined) throw new TypeError('no suite was chosen')
  return { phone, ...choice }
}

export function queueInput({ phone, trigger }: HandsetContext): QueueInput {
  return { phone, trigger }
}
