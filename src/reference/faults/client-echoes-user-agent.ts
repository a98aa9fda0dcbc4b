import { defineFault, spoil } from '../fault.ts'
import { withHeaders } from '../respond.ts'
import { userAgentOf } from '../visits.ts'

export default defineFault({
  breaks: ['native/serial-not-echoed'],
  title: 'repeats the User-Agent beside each client',
  answer: spoil('client', (response, { request }) =>
    withHeaders(response, { 'X-Device': userAgentOf(request) }),
  ),
})
