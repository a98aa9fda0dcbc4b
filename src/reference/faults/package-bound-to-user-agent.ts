import { defineFault, spoil } from '../fault.ts'
import { say } from '../respond.ts'
import { userAgentOf } from '../visits.ts'

export default defineFault({
  breaks: ['package/any-user-agent'],
  title: 'gives the package only to the User-Agent that fetched the descriptor',
  answer: spoil('package', (response, { request, visit }) =>
    visit !== undefined && visit.userAgent !== userAgentOf(request)
      ? say(403, 'This package is for another phone.')
      : response,
  ),
})
