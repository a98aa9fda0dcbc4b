import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Does not report that the user stopped an installation.',
  source: 'Nokia Known Issues, KIJ001385 (S60 3rd Edition FP2, S60 5th Edition)',
  apply: (base) => ({
    ...base,
    queuesReport: (code) => code !== 902 && base.queuesReport(code),
  }),
})
