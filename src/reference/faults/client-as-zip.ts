import { defineFault, spoil } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['native/not-for-another-program', 'native/media-type'],
  title: 'labels clients as ZIP archives',
  answer: spoil('client', (response, { visit }) =>
    visit === undefined ? withHeaders(response, { 'Content-Type': 'application/zip' }) : response,
  ),
})
