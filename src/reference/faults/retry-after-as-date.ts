import { defineFault } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['http/retry-after-seconds'],
  title: 'states as a date when it will be less busy',
  answer: (response, { now }) =>
    response.status === 503
      ? withHeaders(response, { 'Retry-After': new Date(now + 30_000).toUTCString() })
      : response,
})
