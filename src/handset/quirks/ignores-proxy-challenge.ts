import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Cannot answer 407: it looks for the challenge in WWW-Authenticate.',
  source: 'phoneME, HttpInstaller.downloadResource',
  apply: (base) => ({
    ...base,
    asksForCredentials: (received, rounds) =>
      !(received.kind === 'response' && received.status === 407) &&
      base.asksForCredentials(received, rounds),
  }),
})
