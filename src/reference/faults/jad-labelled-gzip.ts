import { defineFault, spoil } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['descriptor/no-content-coding', 'native/no-content-coding'],
  title: 'labels the descriptor as compressed although nobody asked for that',
  answer: spoil('descriptor', (response) => withHeaders(response, { 'Content-Encoding': 'gzip' })),
})
