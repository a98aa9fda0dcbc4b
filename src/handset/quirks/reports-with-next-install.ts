import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Sends what is left over with the next installation, not when the suite starts.',
  source: 'Nokia Java Runtime (S60 5th Edition, Symbian^3), NotificationPoster.notifyStatus',
  apply: (base) => ({
    ...base,
    dueReports: (flash, trigger) => {
      switch (trigger.kind) {
        case 'suite started':
          return []
        case 'install begins':
          return flash.reports
        default:
          return base.dueReports(flash, trigger)
      }
    },
  }),
})
