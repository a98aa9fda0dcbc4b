/** Reports that wait in flash: sends the due ones one at a time, rests without coverage. */
import { assign, emit, setup } from 'xstate'
import type { ReportTrigger } from '../behaviour.ts'
import type { QueuedReport } from '../flash.ts'
import type { Phone } from '../phone.ts'
import { reportDeliveryMachine } from './report-delivery.machine.ts'

export type QueueEvent =
  | { readonly type: 'reports.due'; readonly trigger: ReportTrigger }
  | { readonly type: 'coverage.lost' }
  | { readonly type: 'coverage.regained' }

interface QueueContext {
  readonly phone: Phone
  readonly pending: readonly QueuedReport[]
}

export const reportQueueMachine = setup({
  types: {
    context: {} as QueueContext,
    input: {} as { readonly phone: Phone },
    events: {} as QueueEvent,
    emitted: {} as { readonly type: 'queue.drained' },
  },
  actors: { reportDelivery: reportDeliveryMachine },
  guards: {
    'a report is pending': ({ context }) => context.pending.length > 0,
    'there is no coverage': ({ context }) => !context.phone.radio.covered,
  },
  actions: {
    'find what is due': assign(({ context }, trigger: ReportTrigger) => ({
      pending: findPending(context, trigger),
    })),
    'strike off the first': assign(({ context }) => ({ pending: context.pending.slice(1) })),
    'tell that it is drained': emit({ type: 'queue.drained' }),
  },
}).createMachine({
  id: 'report-queue',
  context: ({ input }) => ({ phone: input.phone, pending: [] }),
  initial: 'empty',
  on: {
    'reports.due': {
      actions: { type: 'find what is due', params: ({ event }) => event.trigger },
    },
  },
  states: {
    empty: {
      on: {
        'reports.due': {
          target: 'choosing',
          actions: { type: 'find what is due', params: ({ event }) => event.trigger },
        },
        'coverage.regained': {
          target: 'choosing',
          actions: { type: 'find what is due', params: { kind: 'coverage regained' } },
        },
      },
    },
    choosing: {
      always: [
        { guard: 'there is no coverage', target: 'suspended' },
        { guard: 'a report is pending', target: 'draining' },
        { target: 'empty', actions: 'tell that it is drained' },
      ],
    },
    draining: {
      invoke: {
        src: 'reportDelivery',
        id: 'report-delivery',
        input: ({ context: { phone, pending } }) => ({ phone, report: firstOf(pending) }),
        onDone: { target: 'choosing', actions: 'strike off the first' },
      },
    },
    suspended: {
      entry: 'tell that it is drained',
      on: {
        'coverage.regained': {
          target: 'choosing',
          actions: { type: 'find what is due', params: { kind: 'coverage regained' } },
        },
      },
    },
  },
})

/** What is being sent stays first; what became due since joins behind it. */
function findPending(
  { phone, pending }: QueueContext,
  trigger: ReportTrigger,
): readonly QueuedReport[] {
  const due = phone.behaviour.dueReports(phone.storage.read(), trigger)
  return [...pending, ...due.filter(({ id }) => !pending.some((report) => report.id === id))]
}

function firstOf(pending: readonly QueuedReport[]): QueuedReport {
  const [first] = pending
  if (first === undefined) throw new TypeError('draining an empty queue')
  return first
}
