import { defineCheck } from '../../check.ts'
import { departing, judgeDeparting } from '../../report-forms.ts'

export default defineCheck({
  row: 'S67',
  level: 'must',
  clause: 'MIDP2-OTA-REP-05',
  title: 'Every report code is answered with 200, known or not',
  applies: (context) => departing(context, 'unknown code').length > 0,
  absent: 'no report with a code outside MIDP 2.0 was sent',
  judge: (context) =>
    judgeDeparting(context, { departure: 'unknown code' }, 'a report with a code outside MIDP 2.0'),
  explain: `Later documents and vendors added codes (913 to 917, 922, 938, 939, 953, 999), and not all mean the same everywhere. A phone whose code is refused sends it again and again, each time at the cost of its user. Store the number, answer 200.`,
})
