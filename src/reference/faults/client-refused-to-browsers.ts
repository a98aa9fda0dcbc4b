import { defineFault, spoil } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['native/any-accept'],
  title: 'answers 406 to an Accept that begins with pages',
  answer: spoil('client', (response, { request }) =>
    request.headers.get('Accept')?.startsWith('text/html') === true
      ? say(406, 'You do not want this.')
      : response,
  ),
})
