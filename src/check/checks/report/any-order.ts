import { defineCheck } from '../../check.ts'
import { departing, judgeDeparting } from '../../report-forms.ts'

export default defineCheck({
  row: 'S77',
  level: 'field',
  clause: 'MIDP2-OTA-REP-16',
  title: 'Reports are taken in any order relative to the package and to each other',
  applies: (context) => departing(context, 'early').length > 0,
  absent: 'no report came before the package was fetched',
  judge: (context) =>
    judgeDeparting(
      context,
      { departure: 'early' },
      'a report that came before the package was fetched',
    ),
  explain: `A phone that refuses a suite from its descriptor reports at once, without ever fetching the package, and a deletion of an earlier suite may arrive in the middle of an installation. A server that walks through fixed states answers those with an error. Take reports as they come.`,
})
