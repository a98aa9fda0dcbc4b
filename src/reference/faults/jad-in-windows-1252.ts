import { defineFault, spoil } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['descriptor/charset-utf-8', 'descriptor/decodes-in-charset'],
  title: 'writes the descriptor in a charset of personal computers',
  answer: spoil('descriptor', (response) =>
    withHeaders(response, {
      'Content-Type': 'text/vnd.sun.j2me.app-descriptor;charset=windows-1252',
    }),
  ),
})
