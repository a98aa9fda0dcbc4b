import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Reports a deletion at once, or as soon as there is a network again.',
  source: 'Motorola C381p developer guide, page 25; Motorola V6 guide, page 31',
  apply: (base) => ({
    ...base,
    dueReports: (flash, trigger) => {
      const due = base.dueReports(flash, trigger)
      return trigger.kind === 'suite removed' || trigger.kind === 'coverage regained'
        ? [
            ...due,
            ...flash.reports.filter((report) => report.kind === 'delete' && !due.includes(report)),
          ]
        : due
    },
  }),
})
