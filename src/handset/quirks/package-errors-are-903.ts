import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Takes every HTTP error of the package for a loss of service.',
  source: 'Nokia Java Runtime (S60 5th Edition, Symbian^3), Downloader.run',
  apply: (base) => ({
    ...base,
    refusePackage: (received) =>
      received.kind === 'response'
        ? { code: 903, reason: `HTTP status ${received.status} of the package` }
        : base.refusePackage(received),
  }),
})
