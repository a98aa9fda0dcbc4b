import { defineFault, spoil } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['native/expires-for-a-date'],
  title: 'says of clients that they expired in 1981',
  answer: spoil('client', (response) =>
    withHeaders(response, { Expires: 'Thu, 19 Nov 1981 08:52:00 GMT' }),
  ),
})
