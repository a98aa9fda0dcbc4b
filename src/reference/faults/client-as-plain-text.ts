import { defineFault, spoil } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['native/not-shown-as-text', 'native/media-type'],
  title: 'labels clients as plain text',
  answer: spoil('client', (response, { visit }) =>
    visit === undefined ? withHeaders(response, { 'Content-Type': 'text/plain' }) : response,
  ),
})
