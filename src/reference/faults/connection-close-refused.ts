import { defineFault } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['http/connections'],
  title: 'refuses requests that are to be the last on their connection',
  answer: (response, { request, arrival }) =>
    arrival.version === '1.1' && request.headers.get('Connection')?.toLowerCase() === 'close'
      ? say(400, 'Keep the connection.')
      : response,
})
