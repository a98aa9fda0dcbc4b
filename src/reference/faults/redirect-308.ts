import { defineFault } from '../fault.ts'
import { respond } from '../respond.ts'

export default defineFault({
  breaks: ['http/redirects'],
  title: 'redirects with a status younger than the phones',
  answer: (response) => (response.status === 302 ? respond(308, [...response.headers]) : response),
})
