import { defineFault } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['native/unknown-agent'],
  title: 'refuses browsers of Windows NT where clients are',
  answer: (response, { request }) =>
    request.headers.get('User-Agent')?.includes('Windows NT') === true
      ? say(403, 'Phones only.')
      : response,
})
