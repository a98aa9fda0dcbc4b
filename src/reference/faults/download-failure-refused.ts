import { defineFault, spoil } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['download/failures-accepted'],
  title: 'refuses reports of downloads that failed',
  answer: spoil('download-notify', (response, { report }) =>
    report?.code === 900 ? response : say(400, 'Only success can be reported.'),
  ),
})
