import type { Received } from '../behaviour.ts'
import { defineQuirk } from '../behaviour.ts'

const repeatsMax = 5

function isRedirect(received: Received): boolean {
  return received.kind === 'response' && received.status >= 301 && received.status <= 307
}

export default defineQuirk({
  title: 'Sends a report that is redirected again to where it was sent first, up to five times.',
  source: 'Nokia Java Runtime (S60 5th Edition, Symbian^3), GcfNotificationPoster.doPost',
  apply: (base) => ({
    ...base,
    repeatsReport: (received, repeats) =>
      (isRedirect(received) && repeats < repeatsMax) || base.repeatsReport(received, repeats),
  }),
})
