import { defineFault } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['http/credentials-answer'],
  title: 'answers 403 to wrong credentials',
  answer: (response, { request }) =>
    response.status === 401 && request.headers.has('Authorization')
      ? say(403, 'You may not come in.')
      : response,
})
