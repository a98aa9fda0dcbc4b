import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Reports 404 and 406 of the package as 907, other errors not at all.',
  source: 'phoneME, HttpInstaller.downloadJAR',
  apply: (base) => ({
    ...base,
    refusePackage: (received) =>
      received.kind === 'response' && received.status !== 404 && received.status !== 406
        ? { code: undefined, reason: `HTTP status ${received.status} of the package` }
        : base.refusePackage(received),
  }),
})
