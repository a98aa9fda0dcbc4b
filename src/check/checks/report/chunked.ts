import { defineCheck } from '../../check.ts'
import { departing, judgeDeparting } from '../../report-forms.ts'

export default defineCheck({
  row: 'S66',
  level: 'field',
  clause: 'RFC9112-CHUNKED-REQUEST',
  title: 'A report sent in chunks is taken',
  applies: (context) => departing(context, 'chunked').length > 0,
  absent: 'no report was sent in chunks',
  judge: (context) => judgeDeparting(context, { departure: 'chunked' }, 'a report sent in chunks'),
  explain: `HTTP/1.1 clients may send a body without knowing its length, and gateways re-frame what phones send. A server that answers 411 or reads nothing without Content-Length loses those reports. Let the HTTP library read the body.`,
})
