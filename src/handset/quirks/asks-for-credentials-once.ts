import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Asks for credentials once: a second 401 is an error.',
  source: 'Nokia Java Runtime (S60 5th Edition, Symbian^3), Downloader.basicAuthNeeded',
  apply: (base) => ({
    ...base,
    asksForCredentials: (received, rounds) =>
      rounds < 1 && base.asksForCredentials(received, rounds),
  }),
})
