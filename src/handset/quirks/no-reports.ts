import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Sends no reports.',
  source: 'phoneME, OtaNotifier of the CDC build',
  apply: (base) => ({
    ...base,
    sendsReportTo: () => false,
  }),
})
