import { defineCheck } from '../../check.ts'
import { departing, judgeDeparting } from '../../report-forms.ts'

export default defineCheck({
  row: 'S64',
  level: 'must',
  clause: 'MIDP2-OTA-REP-21',
  title: 'A report is taken whatever ends its first line',
  applies: (context) => departing(context, 'line end').length > 0,
  absent: 'no report with another line end was sent',
  judge: (context) => judgeDeparting(context, { departure: 'line end' }, 'a report without CR LF'),
  explain: `The document speaks of a first line and does not say how it ends; its example implies CR LF, while phoneME, the Nokia runtime and BlackBerry end the body after the text. A server that reads up to a line end waits for octets that never come, or loses the report. Read the body as a whole and take the first three digits.`,
})
