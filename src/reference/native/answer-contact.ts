/** The first that a server hears of a native installation: the client connects and says which version it is. */
import type { Answered, Desk } from '../desk.ts'
import type { FaultContext } from '../fault.ts'
import { respond, say } from '../respond.ts'
import { clientOffers, versionOf } from './clients.ts'

const contactBytesMax = 4096

export const contactPath = '/contact'

/** How a client connects to the server at this origin, in the words of a target file. */
export function contactAt(origin: string) {
  const form = { version: '${client.version}', number: '${handset.msisdn}' }
  return {
    http: { method: 'POST' as const, url: `${origin}${contactPath}`, headers: {}, form },
    versions: Object.fromEntries(clientOffers.map((offer) => [offer.name, versionOf(offer)])),
  }
}

export function answerContact(desk: Desk, context: FaultContext): Answered {
  if (context.body.length > contactBytesMax) {
    return { response: say(413, `A contact has at most ${contactBytesMax} octets.`), context }
  }
  const form = new URLSearchParams(new TextDecoder().decode(context.body))
  const version = form.get('version')
  if (version === null) return { response: say(400, 'A client says its version.'), context }
  desk.jobs.contacted(version, form.get('number') ?? '')
  const body = new TextEncoder().encode('welcome\n')
  return { response: respond(200, [['Content-Type', 'text/plain;charset=UTF-8']], body), context }
}
