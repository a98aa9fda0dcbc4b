import { defineFault, spoil } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['native/validators', 'native/intact'],
  title: 'gives clients neither ETag nor date',
  answer: spoil('client', (response) =>
    withHeaders(response, { ETag: undefined, 'Last-Modified': undefined }),
  ),
})
