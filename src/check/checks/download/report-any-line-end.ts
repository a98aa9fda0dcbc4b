import { defineCheck } from '../../check.ts'
import { judgeForms, reportsOfForm } from '../../download-reports.ts'

export default defineCheck({
  row: 'W59',
  level: 'must',
  clause: 'DLOTA-REPORT-BODY',
  title: 'A report of a download may end in any way',
  applies: (context) => reportsOfForm(context, 'line end').length > 0,
  absent: 'no such report of a download was sent',
  judge: (context) => judgeForms(context, 'line end', 'a report with another line end'),
  explain: `MediaTek sends no line end, Chromium a blank and a line feed before a carriage return. A server that waits for the end of the line, or compares it, does not confirm the report, and the object is deleted. Trim what comes.`,
})
