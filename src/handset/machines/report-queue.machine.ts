/** Sends the reports that are due one at a time; rests without coverage; ends when none is left. */
import { and, assign, emit, setup } from 'xstate'
import type { ReportTrigger } from '../behaviour.ts'
import type { QueuedReport } from '../flash.ts'
import type { Phone } from '../phone.ts'
import { reportDeliveryMachine } from './report-delivery.machine.ts'

export type QueueEvent =
  | { readonly type: 'reports.due'; readonly trigger: ReportTrigger }
  | { readonly type: 'coverage.regained' }

export interface QueueInput {
  readonly phone: Phone
  readonly trigger: ReportTrigger
}

interface QueueContext {
  readonly phone: Phone
  readonly pending: readonly QueuedReport[]
}

export const reportQueueMachine = setup({
  types: {
    context: {} as QueueContext,
    input: {} as QueueInput,
    events: {} as QueueEvent,
    emitted: {} as { readonly type: 'queue.drained' },
  },
  actors: { reportDelivery: reportDeliveryMachine },
  guards: {
    'another is pending': ({ context }) => context.pending.length > 1,
    'there is coverage': ({ context }) => context.phone.radio.covered,
  },
  actions: {
    'find what is due': assign(({ context }, trigger: ReportTrigger) => ({
      pending: findPending(context, trigger),
    })),
    'strike off the first': assign(({ context }) => ({ pending: context.pending.slice(1) })),
    'tell that it rests': emit({ type: 'queue.drained' }),
  },
}).createMachine({
  id: 'report-queue',
  context: ({ input: { phone, trigger } }) => ({
    phone,
    pending: findPending({ phone, pending: [] }, trigger),
  }),
  initial: 'draining',
  on: {
    'reports.due': {
      actions: { type: 'find what is due', params: ({ event }) => event.trigger },
    },
  },
  states: {
    draining: {
      invoke: {
        src: 'reportDelivery',
        id: 'report-delivery',
        input: ({ context: { phone, pending } }) => ({ phone, report: firstOf(pending) }),
        onDone: [
          {
            guard: and(['another is pending', 'there is coverage']),
            target: 'draining',
            reenter: true,
            actions: 'strike off the first',
          },
          { guard: 'another is pending', target: 'suspended', actions: 'strike off the first' },
          { target: 'empty' },
        ],
      },
    },
    suspended: {
      entry: 'tell that it rests',
      on: {
        'coverage.regained': 'draining',
        // Whoever waits for reports to be sent need not wait for coverage.
        'reports.due': {
          actions: [
            { type: 'find what is due', params: ({ event }) => event.trigger },
            'tell that it rests',
          ],
        },
      },
    },
    empty: { type: 'final' },
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
