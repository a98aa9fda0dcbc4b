/** The desk at which this server is told to forget all that was, but for its clock: a POST. For those alone who sit at the machine. */
import type { Answered, Desk } from './desk.ts'
import type { FaultContext } from './fault.ts'
import { say } from './respond.ts'

export const resetDeskPath = '/admin/reset'

export function answerResetDesk({ reset }: Desk, context: FaultContext): Answered {
  reset()
  return { response: say(200, 'It is as it was at first.'), context }
}
