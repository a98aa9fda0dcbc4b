import { defineCheck } from '../../check.ts'
import { departing, judgeDeparting } from '../../report-forms.ts'

export default defineCheck({
  row: 'S65',
  level: 'field',
  clause: 'FIELD-REPORT-CONTENT-TYPE',
  title: 'A report is taken with a content type as without',
  applies: (context) => departing(context, 'content type').length > 0,
  absent: 'no report with a content type was sent',
  judge: (context) =>
    judgeDeparting(context, { departure: 'content type' }, 'a report with Content-Type text/plain'),
  explain: `phoneME and BlackBerry send no Content-Type, Nokia phones send text/plain with a charset. A framework that insists on one type, or parses the body as a form, drops the reports of half the phones. Read the raw body whatever its type is.`,
})
