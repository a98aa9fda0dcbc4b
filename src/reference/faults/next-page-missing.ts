import { defineFault, spoil } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['download/next-page-reachable'],
  title: 'offers a page at the end of a download that is not there',
  answer: spoil('page', (response, { request }) =>
    new URL(request.url).pathname === '/more' ? say(404, 'There is nothing more.') : response,
  ),
})
