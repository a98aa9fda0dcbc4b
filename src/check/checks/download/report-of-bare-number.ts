import { defineCheck } from '../../check.ts'
import { judgeForms, reportsOfForm } from '../../download-reports.ts'

export default defineCheck({
  row: 'W59',
  level: 'must',
  clause: 'DLOTA-REPORT-BODY',
  title: 'A report of a download counts by its number',
  applies: (context) => reportsOfForm(context, 'no text').length > 0,
  absent: 'no such report of a download was sent',
  judge: (context) => judgeForms(context, 'no text', 'a report without text'),
  explain: `Only the number says what became of the download; agents write the text in their own way, and some write none. A server that compares the whole line takes their success for nothing, and their users lose what came. Read the digits at the beginning and ignore the rest.`,
})
