import { formatStatusReport } from '../../wire/status-report.ts'
import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Sends the code without text.',
  source: 'Nokia Java Runtime NotificationPoster (codes it has no text for)',
  apply: (base) => ({
    ...base,
    reportMessage: (code) => ({
      ...base.reportMessage(code),
      body: formatStatusReport({ code, message: 'none', terminator: 'none' }),
    }),
  }),
})
