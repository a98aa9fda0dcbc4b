import { defineFault } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['http/redirects'],
  title: 'redirects to a location that is not absolute',
  answer: (response) =>
    response.status === 302 ? withHeaders(response, { Location: '/demo.jad' }) : response,
})
