import { defineFault, spoil } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['descriptor/media-type-not-generic', 'descriptor/media-type'],
  title: 'sends the descriptor without a media type',
  answer: spoil('descriptor', (response) => withHeaders(response, { 'Content-Type': undefined })),
})
