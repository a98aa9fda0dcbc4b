import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Sends the report of a failure once: only that of a success is kept for later.',
  source: 'phoneME, OtaNotifier',
  apply: (base) => ({
    ...base,
    dueReports: (flash, trigger) =>
      base
        .dueReports(flash, trigger)
        .filter(({ kind, code, attempts }) => kind === 'delete' || code === 900 || attempts === 0),
  }),
})
