import { formatStatusReport, parseStatusReport } from '../../wire/status-report.ts'
import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Sends the text of the report in capitals.',
  source:
    'Message texts differ in case between implementations (MIDP 2.0 OTA; phoneME; Nokia Java Runtime)',
  apply: (base) => ({
    ...base,
    reportMessage: (code) => ({
      ...base.reportMessage(code),
      body: formatStatusReport({
        code,
        message: parseStatusReport(formatStatusReport({ code })).message.toUpperCase(),
      }),
    }),
  }),
})
