import { defineFault, spoil } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['native/goes-on'],
  title: 'refuses the rest of a client to who has its beginning',
  answer: spoil('client', (response, { request: { headers } }) =>
    headers.has('Range') && headers.has('If-Match') ? say(416, 'All or nothing.') : response,
  ),
})
