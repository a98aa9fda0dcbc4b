import { defineFault, spoil } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['download/report-any-line-end'],
  title: 'refuses reports of downloads whose text has another line end than CR LF',
  answer: spoil('download-notify', (response, { body }) =>
    /[A-Za-z](?!\r\n)(?:\n|$)/.test(new TextDecoder().decode(body))
      ? say(400, 'A line ends in CR LF.')
      : response,
  ),
})
