import { defineFault, spoil } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['native/no-content-coding'],
  title: 'says that clients are compressed',
  answer: spoil('client', (response) => withHeaders(response, { 'Content-Encoding': 'gzip' })),
})
