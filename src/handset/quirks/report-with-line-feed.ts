import { formatStatusReport } from '../../wire/status-report.ts'
import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Ends the report with a line feed alone.',
  source: 'assumed: MIDP 2.0 OTA asks for a first line and does not name its end',
  apply: (base) => ({
    ...base,
    reportMessage: (code) => ({
      ...base.reportMessage(code),
      body: formatStatusReport({ code, terminator: 'lf' }),
    }),
  }),
})
