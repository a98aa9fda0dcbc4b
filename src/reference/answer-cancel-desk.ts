/**
 * The desk at which orders are cancelled: a POST with the `link` that was made for one, or with the number `to` and the `app`
 * that it was ordered for. For those alone who sit at the machine.
 */
import { cancelOrders } from './answer-ticket.ts'
import { isNumber, readForm, wrongFields } from './desk-form.ts'
import type { Answered, Desk } from './desk.ts'
import type { FaultContext } from './fault.ts'
import { say } from './respond.ts'

export const cancelDeskPath = '/admin/cancel'

export function answerCancelDesk(desk: Desk, context: FaultContext): Answered {
  return { response: cancel(desk, context), context }
}

function cancel(desk: Desk, context: FaultContext): Response {
  const field = readForm(context)
  const [link, number, app = 'demo'] = [field('link'), field('to'), field('app')]
  if (link === undefined && !isNumber(number)) return say(400, wrongFields.to)
  const isDone = cancelOrders(desk, link === undefined ? { number: number ?? '', app } : { link })
  return isDone ? say(200, 'It is cancelled.') : say(404, 'There is no such order.')
}
