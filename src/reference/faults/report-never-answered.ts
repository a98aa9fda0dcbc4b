import { defineFault, spoil } from '../fault.ts'
import { frame } from '../frame.ts'

export default defineFault({
  breaks: ['report/answered-in-time'],
  title: 'takes the report of a deletion and never answers',
  answer: spoil('delete-notify', (response) => frame(response, { hang: true })),
})
