import { defineFault, spoil } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['native/file-name', 'native/file-name-on-symbian'],
  title: 'gives clients no name, and their URLs have none that says anything',
  answer: spoil('client', (response) =>
    withHeaders(response, { 'Content-Disposition': undefined }),
  ),
})
