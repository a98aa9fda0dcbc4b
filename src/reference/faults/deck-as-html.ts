import { defineFault, spoil } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['page/media-type'],
  title: 'labels a WML deck as HTML',
  answer: spoil('page', (response, { request }) =>
    request.url.endsWith('.wml')
      ? withHeaders(response, { 'Content-Type': 'text/html;charset=UTF-8' })
      : response,
  ),
})
