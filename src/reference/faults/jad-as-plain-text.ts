import { defineFault, spoil } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['descriptor/media-type-not-generic', 'descriptor/media-type'],
  title: 'labels the descriptor as plain text, as a server does that does not know the extension',
  answer: spoil('descriptor', (response) =>
    withHeaders(response, { 'Content-Type': 'text/plain' }),
  ),
})
