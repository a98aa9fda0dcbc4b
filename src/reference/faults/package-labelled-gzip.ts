import { defineFault, spoil } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['package/no-content-coding'],
  title: 'labels the package as compressed although nobody asked for that',
  answer: spoil('package', (response) => withHeaders(response, { 'Content-Encoding': 'gzip' })),
})
