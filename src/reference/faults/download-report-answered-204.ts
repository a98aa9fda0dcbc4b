import { defineFault, spoil } from '../fault.ts'
import { cacheControl, respond } from '../respond.ts'

export default defineFault({
  breaks: ['download/report-answered-with-200'],
  title: 'answers reports of downloads with 204 No Content',
  answer: spoil('download-notify', (response, { report }) =>
    report?.code === 900 ? respond(204, [cacheControl]) : response,
  ),
})
