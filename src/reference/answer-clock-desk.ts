/** The desk at which the clock of this server is set: a POST with an `instant`. For those alone who sit at the machine. */
import { readForm } from './desk-form.ts'
import type { Answered, Desk } from './desk.ts'
import type { FaultContext } from './fault.ts'
import { say } from './respond.ts'

export const clockDeskPath = '/admin/clock'

export function answerClockDesk(desk: Desk, context: FaultContext): Answered {
  const text = readForm(context)('instant') ?? ''
  const instant = Date.parse(text)
  if (Number.isNaN(instant)) {
    return { response: say(400, 'instant is a date, e.g. 2006-03-01T09:00:00Z.'), context }
  }
  if (desk.setClock === undefined) {
    return { response: say(503, 'The clock of this server cannot be set.'), context }
  }
  desk.setClock(instant)
  return { response: say(200, `It is ${new Date(instant).toISOString()}.`), context }
}
