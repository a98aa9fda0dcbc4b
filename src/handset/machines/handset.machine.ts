/** The handset itself: power, coverage, the user's attention, and the work in hand. It routes; children work. */
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

export const handsetMachine = setup({
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
}).createMachine({
  id: 'handset',
  context: ({ input }) => ({
    phone: input.phone,
    asker: undefined,
    url: '',
    find: undefined,
    credentials: undefined,
    fetch: undefined,
  }),
  type: 'parallel',
  states: {
    power: {
      initial: 'on',
      states: {
        on: {
          entry: 'tell that power came',
          invoke: [
            {
              src: 'appManager',
              id: 'app-manager',
              input: ({ context }) => ({ phone: context.phone }),
            },
            {
              src: 'reportQueue',
              id: 'report-queue',
              input: ({ context }) => ({ phone: context.phone }),
            },
          ],
          on: {
            'power.failed': { target: 'off', actions: 'tell that power went' },
            'suite.chosen': {
              actions: { type: 'pass it to the app manager', params: ({ event }) => event },
            },
            'reports.wanted': {
              actions: { type: 'have reports sent', params: ({ event }) => event.trigger },
            },
            'deletions.wanted': { actions: 'have deletions sent' },
          },
        },
        off: {},
      },
    },
    coverage: {
      initial: 'unknown',
      states: {
        unknown: {
          always: [{ guard: 'there is coverage', target: 'covered' }, { target: 'uncovered' }],
        },
        covered: {
          on: { 'coverage.lost': { target: 'uncovered', actions: 'tell that coverage went' } },
        },
        uncovered: {
          on: {
            'coverage.regained': {
              target: 'covered',
              actions: ['tell that coverage came', 'tell the queue of coverage'],
            },
          },
        },
      },
    },
    attention: {
      initial: 'idle',
      states: {
        idle: {
          on: {
            'prompt.shown': {
              target: 'prompting',
              actions: { type: 'note who asks', params: ({ event }) => event.asker },
            },
          },
        },
        prompting: {
          on: {
            'user.answered': {
              target: 'idle',
              actions: [
                { type: 'pass it to who asks', params: ({ event }) => event },
                'forget who asks',
              ],
            },
            'user.cancelled': { target: 'idle', actions: ['stop the removal', 'forget who asks'] },
          },
        },
      },
    },
    work: {
      initial: 'idle',
      states: {
        idle: {
          on: {
            'link.opened': {
              target: 'discovering',
              actions: [
                { type: 'note the link', params: ({ event }) => event.url },
                'tell that the link was opened',
              ],
            },
            'fetch.wanted': {
              target: 'fetching',
              actions: { type: 'note what to fetch', params: ({ event }) => event },
            },
          },
        },
        discovering: {
          invoke: {
            src: 'discovery',
            id: 'discovery',
            input: ({ context: { phone, url } }) => ({ phone, url }),
            onDone: [
              {
                guard: { type: 'the link led somewhere', params: ({ event }) => event.output },
                target: 'installing',
                actions: { type: 'note what was found', params: ({ event }) => event.output },
              },
              {
                target: 'idle',
                actions: {
                  type: 'tell that the link is dead',
                  params: ({ event }) => event.output,
                },
              },
            ],
          },
          on: { 'user.cancelled': { actions: 'stop the discovery' } },
        },
        installing: {
          invoke: {
            src: 'installer',
            id: 'installer',
            input: ({ context }) => attemptInput(context),
            onDone: {
              target: 'idle',
              actions: [
                { type: 'queue its report', params: ({ event }) => event.output },
                { type: 'tell the outcome', params: ({ event }) => event.output },
                'have new reports sent',
              ],
            },
          },
          on: {
            'queue.drained': { actions: 'tell the installer' },
            'user.cancelled': { actions: 'stop the installer' },
          },
        },
        fetching: {
          invoke: {
            src: 'retrieval',
            id: 'retrieval',
            input: ({ context }) => fetchInput(context),
            onDone: 'idle',
          },
        },
      },
    },
  },
})

function attemptInput({ phone, find, credentials }: HandsetContext): AttemptInput {
  if (find === undefined || find.kind === 'dead end')
    throw new TypeError('nothing was found to install')
  return { phone, find, credentials }
}

function fetchInput({ phone, fetch, credentials }: HandsetContext): RetrievalInput {
  if (fetch === undefined) throw new TypeError('nothing to fetch')
  const { url, purpose, probe } = fetch
  return { phone, url, purpose, probe, credentials, expectedBytes: undefined }
}
