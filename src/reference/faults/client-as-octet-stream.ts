import { defineFault, spoil } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['native/media-type'],
  title: 'labels clients as mere octets',
  answer: spoil('client', (response, { visit }) =>
    visit === undefined
      ? withHeaders(response, { 'Content-Type': 'application/octet-stream' })
      : response,
  ),
})
