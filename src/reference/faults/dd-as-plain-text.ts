import { defineFault, spoil } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['download/media-type'],
  title: 'sends download descriptors as text/plain',
  answer: spoil('download', (response) => withHeaders(response, { 'Content-Type': 'text/plain' })),
})
