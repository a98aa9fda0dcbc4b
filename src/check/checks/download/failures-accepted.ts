import { defineCheck } from '../../check.ts'
import { judgeForms, reportsOfForm } from '../../download-reports.ts'

export default defineCheck({
  row: 'W60',
  level: 'should',
  clause: 'DLOTA-FAILURES',
  title: 'The server takes reports of downloads that failed',
  applies: (context) => reportsOfForm(context, 'failure').length > 0,
  absent: 'no download failed and was reported',
  judge: (context) => judgeForms(context, 'failure', 'a report of a failure'),
  explain: `901 to 906 and 951 to 954 tell why somebody has not got what he wanted: no memory, no network, no use for the type, or a defect of the descriptor itself. Most agents send them once and never again. Take them as you take 900, and show them to who keeps the server.`,
})
