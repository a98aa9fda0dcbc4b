import { defineFault, spoil } from '../fault.ts'
import { frame } from '../frame.ts'

export default defineFault({
  breaks: ['report/answered-in-time'],
  title: 'takes the report and never answers',
  answer: spoil('install-notify', (response) => frame(response, { hang: true })),
})
