import { defineFault } from '../fault.ts'
import { cacheControl, respond } from '../respond.ts'

export default defineFault({
  breaks: ['session/expired-link'],
  title: 'fails with 500 when an expired link is opened',
  answer: (response, { route }) => (route === 'expired' ? respond(500, [cacheControl]) : response),
})
