import { defineFault, spoil } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['download/report-of-bare-number'],
  title: 'refuses reports of downloads without a text',
  answer: spoil('download-notify', (response, { body }) =>
    /^\d{3}\s+\S/.test(new TextDecoder().decode(body)) ? response : say(400, 'What happened?'),
  ),
})
