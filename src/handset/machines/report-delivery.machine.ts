/** One status report: an attempt, another by schedule where the phone has one, until it is delivered or left. */
import { assign, setup } from 'xstate'
import type { Received } from '../behaviour.ts'
import type { QueuedReport } from '../flash.ts'
import type { Phone } from '../phone.ts'
import { makeReportOrder } from '../rules/report-order.ts'
import { sendRequest } from './effects.ts'
import type { AnswerCame } from './effects.ts'
import { tell } from './tell.ts'

export interface DeliveryInput {
  readonly phone: Phone
  readonly report: QueuedReport
}

export interface DeliveryContext extends DeliveryInput {
  /** The one under way counts. */
  readonly attempts: number
  /** Times it was sent again within this attempt. */
  readonly repeats: number
}

export const reportDeliveryMachine = setup({
  types: {
    context: {} as DeliveryContext,
    input: {} as DeliveryInput,
    events: {} as AnswerCame,
  },
  guards: {
    'it is delivered': ({ context }, received: Received) =>
      context.phone.behaviour.isDelivered(received),
    'it is sent again at once': ({ context: { phone, repeats } }, received: Received) =>
      phone.behaviour.repeatsReport(received, repeats),
    'attempts are used up': ({ context: { phone, report, attempts } }) =>
      attempts >= phone.behaviour.reportAttemptsMax(report),
    'the schedule has another': ({ context }) => nextDelay(context) !== undefined,
  },
  delays: { 'by schedule': ({ context }) => nextDelay(context) ?? 0 },
  actions: {
    // Counted and saved before the attempt, so that a crash cannot repeat it for ever.
    'save the attempt': ({ context: { phone, report } }) =>
      phone.storage.commit({ kind: 'report attempted', reportId: report.id }),
    'count the attempt': assign(({ context }) => ({ attempts: context.attempts + 1, repeats: 0 })),
    'count the repetition': assign(({ context }) => ({ repeats: context.repeats + 1 })),
    'send the report': ({ context, self }) =>
      sendRequest(context.phone.radio, makeReportOrder(context), self),
    'take it off the queue': ({ context: { phone, report } }) =>
      phone.storage.commit({ kind: 'report settled', reportId: report.id }),
    'tell that it is delivered': tell(({ context: { report, attempts } }) => ({
      type: 'report.delivered',
      id: report.id,
      attempts,
    })),
    'tell that it is kept': tell(({ context }, received: Received) => ({
      type: 'report.kept',
      ...left(context, received),
    })),
    'tell that it is given up': tell(({ context }, received: Received) => ({
      type: 'report.abandoned',
      ...left(context, received),
    })),
  },
}).createMachine({
  id: 'report-delivery',
  context: ({ input }) => begin(input),
  initial: 'posting',
  states: {
    posting: {
      entry: ['save the attempt', 'send the report'],
      on: {
        'answer.came': [
          {
            guard: { type: 'it is delivered', params: ({ event }) => event.received },
            target: 'delivered',
            actions: ['take it off the queue', 'tell that it is delivered'],
          },
          {
            guard: { type: 'it is sent again at once', params: ({ event }) => event.received },
            actions: ['count the repetition', 'send the report'],
          },
          {
            guard: 'attempts are used up',
            target: 'abandoned',
            actions: [
              'take it off the queue',
              { type: 'tell that it is given up', params: ({ event }) => event.received },
            ],
          },
          { guard: 'the schedule has another', target: 'waiting' },
          {
            target: 'kept',
            actions: { type: 'tell that it is kept', params: ({ event }) => event.received },
          },
        ],
      },
    },
    waiting: { after: { 'by schedule': { target: 'posting', actions: 'count the attempt' } } },
    delivered: { type: 'final' },
    kept: { type: 'final' },
    abandoned: { type: 'final' },
  },
})

function begin(input: DeliveryInput): DeliveryContext {
  return { ...input, attempts: input.report.attempts + 1, repeats: 0 }
}

function nextDelay({ phone, attempts }: DeliveryContext): number | undefined {
  return phone.behaviour.retrySchedule(attempts)
}

function left({ report, attempts }: DeliveryContext, received: Received) {
  const reason = received.kind === 'response' ? `HTTP status ${received.status}` : received.detail
  return { id: report.id, attempts, reason }
}
