import { defineCheck } from '../../check.ts'
import { judgeNames, packagesOf } from '../../file-names.ts'

const cabinets = ['cab'] as const

export default defineCheck({
  row: 'N33',
  level: 'must',
  clause: 'NATIVE-FILE-NAME',
  title: 'The name of a cabinet ends in .cab',
  applies: (context) => packagesOf(context, cabinets).length > 0,
  absent: 'no cabinet was sent',
  judge: (context) => judgeNames(packagesOf(context, cabinets), ['.cab']),
  explain: `Windows Mobile opens a download by the extension of its name and has no application for .php or for none. The name is that of Content-Disposition, else the last segment of the URL: a ticket such as /d/8fe2 needs Content-Disposition: attachment; filename="client.cab".`,
})
