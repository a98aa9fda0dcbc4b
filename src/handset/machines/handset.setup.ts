/** What the names in the handset's chart mean. */
import { assign, emit, sendTo, setup } from 'xstate'
import type { Exchange, Purpose, TraceFact } from '../../trace/events.ts'
import type { ReportTrigger } from '../behaviour.ts'
import { queueOutcomeReport, settleDeadEnd, settleInstall } from '../rules/outcome.ts'
import type { AttemptInput, InstallResult } from '../rules/attempt.ts'
import type { Credentials } from '../rules/credentials.ts'
import type { Find } from '../rules/find.ts'
import type { Phone } from '../phone.ts'
import { appManagerMachine } from './app-manager.machine.ts'
import type { AppManagerEvent } from './app-manager.machine.ts'
import { discoveryMachine } from './discovery.machine.ts'
import type { DiscoveryOutput } from './discovery.machine.ts'
import type { UserEvent } from './events.ts'
import { installerMachine } from './installer.machine.ts'
import { reportQueueMachine } from './report-queue.machine.ts'
import { retrievalMachine } from './retrieval.machine.ts'
import type { RetrievalInput } from './retrieval.machine.ts'

export type HandsetEvent =
  | { readonly type: 'link.opened'; readonly url: string }
  | {
      readonly type: 'fetch.wanted'
      readonly url: string
      readonly purpose: Purpose
      readonly probe: Exchange['probe']
    }
  | Extract<AppManagerEvent, { type: 'suite.chosen' }>
  | UserEvent
  | { readonly type: 'coverage.lost' }
  | { readonly type: 'coverage.regained' }
  | { readonly type: 'power.failed' }
  | { readonly type: 'reports.wanted'; readonly trigger: ReportTrigger }
  /** Told by children: the router passes them on. */
  | { readonly type: 'prompt.shown'; readonly asker: Asker }
  | { readonly type: 'deletions.wanted' }
  | { readonly type: 'queue.drained' }

export type Asker = 'discovery' | 'installer' | 'app-manager'

interface HandsetContext {
  readonly phone: Phone
  readonly asker: Asker | undefined
  readonly url: string
  readonly find: Find | undefined
  readonly credentials: Credentials | undefined
  readonly fetch: Extract<HandsetEvent, { type: 'fetch.wanted' }> | undefined
}

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
    'there is coverage': ({ context }) => context.phone.radio.covered,
    'the link led somewhere': (_, { find }: DiscoveryOutput) => find.kind !== 'dead end',
  },
  actions: {
    'note the link': assign((_, url: string) => ({ url })),
    'note what to fetch': assign((_, fetch: Extract<HandsetEvent, { type: 'fetch.wanted' }>) => ({
      fetch,
    })),
    'note what was found': assign((_, { find, credentials }: DiscoveryOutput) => ({
      find,
      credentials,
    })),
    'note who asks': assign((_, asker: Asker) => ({ asker })),
    'forget who asks': assign(() => ({ asker: undefined })),
    'pass it to who asks': sendTo(
      ({ context }) => context.asker ?? 'app-manager',
      (_, event: UserEvent) => event,
    ),
    'tell that the link was opened': emit(({ context }): TraceFact => ({
      type: 'link.opened',
      url: context.url,
    })),
    'tell that the link is dead': emit((_, output: DiscoveryOutput): TraceFact =>
      settleDeadEnd(output.find),
    ),
    'tell the outcome': emit((_, result: InstallResult): TraceFact => settleInstall(result)),
    'queue its report': ({ context }, result: InstallResult) =>
      queueOutcomeReport(context.phone, result),
    'have new reports sent': sendTo('report-queue', {
      type: 'reports.due',
      trigger: { kind: 'report queued' },
    }),
    'have deletions sent': sendTo('report-queue', {
      type: 'reports.due',
      trigger: { kind: 'install begins' },
    }),
    'have reports sent': sendTo('report-queue', (_, trigger: ReportTrigger) => ({
      type: 'reports.due',
      trigger,
    })),
    'tell the queue of coverage': sendTo('report-queue', { type: 'coverage.regained' }),
    'stop the discovery': sendTo('discovery', { type: 'user.cancelled' }),
    'stop the installer': sendTo('installer', { type: 'user.cancelled' }),
    'stop the removal': sendTo('app-manager', { type: 'user.cancelled' }),
    'tell the installer': sendTo('installer', { type: 'queue.drained' }),
    'pass it to the app manager': sendTo('app-manager', (_, event: AppManagerEvent) => event),
    'tell that power came': emit({ type: 'power.changed', on: true }),
    'tell that power went': emit({ type: 'power.changed', on: false }),
    'tell that coverage went': emit({ type: 'coverage.changed', covered: false }),
    'tell that coverage came': emit({ type: 'coverage.changed', covered: true }),
  },
})

export function attemptInput({ phone, find, credentials }: HandsetContext): AttemptInput {
  if (find === undefined || find.kind === 'dead end')
    throw new TypeError('nothing was found to install')
  return { phone, find, credentials }
}

export function fetchInput({ phone, fetch, credentials }: HandsetContext): RetrievalInput {
  if (fetch === undefined) throw new TypeError('nothing to fetch')
  const { url, purpose, probe } = fetch
  return { phone, url, purpose, probe, credentials, expectedBytes: undefined }
}

export function unoccupied(phone: Phone): HandsetContext {
  return {
    phone,
    asker: undefined,
    url: '',
    find: undefined,
    credentials: undefined,
    fetch: undefined,
  }
}

export function phoneOf({ context: { phone } }: { readonly context: HandsetContext }) {
  return { phone }
}
