/** Whether a target was there at all, and if not, what kept the phone from it. */
import type { Exchange, FailureCause } from '../trace/events.ts'
import type { Trace } from '../trace/trace.ts'

/** What to look at first. */
const advice: ReadonlyMap<FailureCause, string> = new Map<FailureCause, string>([
  [
    'refused',
    'nothing listens there, or a firewall refuses: does the server run, and on this port?',
  ],
  ['dns', 'its name has no address here: is it spelled right, and is a VPN needed?'],
  ['tls', 'there was no TLS with it: is it https that it speaks on this port?'],
  ['timeout', 'it does not answer: is it up, and does a firewall drop what is sent there?'],
])

/** Asked, and never a single octet came back: why. None where something came, or nothing was asked. */
export function whyUnreached({ events }: Trace): string | undefined {
  let reason: string | undefined
  for (const event of events) {
    if (event.type !== 'http.exchanged') continue
    if (event.response !== undefined) return undefined
    reason ??= describe(event)
  }
  return reason
}

function describe({ failure, network, request }: Exchange): string | undefined {
  const hint = failure === undefined ? undefined : advice.get(failure.cause)
  if (failure === undefined || hint === undefined || network !== undefined) return undefined
  const [detail] = failure.detail.split('\n')
  return `${new URL(request.url).host} could not be reached (${detail}); ${hint}`
}
