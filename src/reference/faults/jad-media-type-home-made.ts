import { defineFault, spoil } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['descriptor/media-type'],
  title: 'labels the descriptor with a media type nobody registered',
  answer: spoil('descriptor', (response) =>
    withHeaders(response, { 'Content-Type': 'application/x-java-jad' }),
  ),
})
