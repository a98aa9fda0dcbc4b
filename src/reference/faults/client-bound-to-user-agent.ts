import { defineFault, spoil } from '../fault.ts'
import { say } from '../respond.ts'
import { userAgentOf } from '../visits.ts'

export default defineFault({
  breaks: ['native/any-program', 'native/odd-identity'],
  title: 'gives a client only to the User-Agent that asked for it first',
  answer: spoil('client', (response, { request, clientAgent }) =>
    userAgentOf(request) === clientAgent ? response : say(403, 'This is for another phone.'),
  ),
})
