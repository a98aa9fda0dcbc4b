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
    'something is due': ({ context }, trigger: ReportTrigger) =>
      context.phone.radio.covered && findPending(context, trigger).length > 0,
    'it waits for coverage': ({ context }, trigger: ReportTrigger) =>
      !context.phone.radio.covered && findPending(context, trigger).length > 0,
    'another is pending': ({ context }) =>
      context.phone.radio.covered && context.pending.length > 1,
    'another waits for coverage': ({ context }) =>
      !context.phone.radio.covered && context.pending.length > 1,
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
  states: {
    empty: {
      on: {
        'reports.due': [
          {
            guard: { type: 'something is due', params: ({ event }) => event.trigger },
            target: 'draining',
            actions: { type: 'find what is due', params: ({ event }) => event.trigger },
          },
          {
            guard: { type: 'it waits for coverage', params: ({ event }) => event.trigger },
            target: 'suspended',
            actions: { type: 'find what is due', params: ({ event }) => event.trigger },
          },
        ],
        'coverage.regained': {
          guard: { type: 'something is due', params: { kind: 'coverage regained' } },
          target: 'draining',
          actions: { type: 'find what is due', params: { kind: 'coverage regained' } },
        },
      },
    },
    draining: {
      invoke: {
        src: 'reportDelivery',
        id: 'report-delivery',
        input: ({ context: { phone, pending } }) => ({ phone, report: firstOf(pending) }),
        onDone: [
          {
            guard: 'another is pending',
            target: 'draining',
            reenter: true,
            actions: 'strike off the first',
          },
          {
            guard: 'another waits for coverage',
            target: 'suspended',
            actions: 'strike off the first',
          },
          { target: 'empty', actions: ['strike off the first', 'tell that it is drained'] },
        ],
      },
      on: {
        'reports.due': {
          actions: { type: 'find what is due', params: ({ event }) => event.trigger },
        },
      },
    },
    suspended: {
      entry: 'tell that it is drained',
      on: {
        'coverage.regained': {
          target: 'draining',
          actions: { type: 'find what is due', params: { kind: 'coverage regained' } },
        },
        'reports.due': {
          actions: [
            { type: 'find what is due', params: ({ event }) => event.trigger },
            'tell that it is drained',
          ],
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
