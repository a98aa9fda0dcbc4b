import { defineFault, notifyRoutes, spoil } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['report/chunked'],
  title: 'takes reports only with their length',
  answer: spoil(notifyRoutes, (response, { request }) =>
    request.headers.has('Content-Length') ? response : say(411, 'How long is it?'),
  ),
})
