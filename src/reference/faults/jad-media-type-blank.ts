import { defineFault, spoil } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['descriptor/media-type'],
  title: 'puts a blank before the semicolon of the descriptor’s media type',
  answer: spoil('descriptor', (response) =>
    withHeaders(response, { 'Content-Type': 'text/vnd.sun.j2me.app-descriptor ; charset=UTF-8' }),
  ),
})
