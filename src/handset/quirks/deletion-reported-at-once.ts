import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Reports a deletion as soon as the suite is removed.',
  source: 'Nokia Java Runtime (S60 5th Edition, Symbian^3), uninstaller, SendOtaStatus',
  apply: (base) => ({
    ...base,
    dueReports: (flash, trigger) =>
      trigger.kind === 'suite removed'
        ? flash.reports.filter(({ kind }) => kind === 'delete')
        : base.dueReports(flash, trigger),
  }),
})
