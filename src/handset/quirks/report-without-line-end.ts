import { formatStatusReport } from '../../wire/status-report.ts'
import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Ends the report after its text, without a line end.',
  source: 'phoneME OtaNotifier; Nokia Java Runtime NotificationPoster',
  apply: (base) => ({
    ...base,
    reportMessage: (code) => ({
      ...base.reportMessage(code),
      body: formatStatusReport({ code, terminator: 'none' }),
    }),
  }),
})
