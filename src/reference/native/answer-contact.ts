/** The first that a server hears of a native installation: the client connects and says which version it is. */
import type { Answered, Desk } from '../desk.ts'
import type { FaultContext } from '../fault.ts'
import { respond, say } from '../respond.ts'

const contactBytesMax = 4096

export const contactPath = '/contact'

export function answerContact(desk: Desk, context: FaultContext): Answered {
  if (context.body.length > contactBytesMax) {
    return { response: say(413, `A contact has at most ${contactBytesMax} octets.`), context }
  }
  const form = new URLSearchParams(new TextDecoder().decode(context.body))
  const version = form.get('version')
  if (version === null) return { response: say(400, 'A client says its version.'), context }
  desk.jobs.contacted(version)
  const body = new TextEncoder().encode('welcome\n')
  return { response: respond(200, [['Content-Type', 'text/plain;charset=UTF-8']], body), context }
}
