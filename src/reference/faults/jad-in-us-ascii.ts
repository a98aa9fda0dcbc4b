import { defineFault, spoil } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['descriptor/charset-utf-8'],
  title: 'declares a charset of the descriptor that the phone did not ask for',
  answer: spoil('descriptor', (response) =>
    withHeaders(response, {
      'Content-Type': 'text/vnd.sun.j2me.app-descriptor;charset=us-ascii',
    }),
  ),
})
