import { defineFault, notifyRoutes, spoil } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['report/any-content-type'],
  title: 'takes reports only without a content type',
  answer: spoil(notifyRoutes, (response, { request }) =>
    request.headers.has('Content-Type') ? say(415, 'Reports have no type.') : response,
  ),
})
