import { defineFault, spoil } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['package/second-fetch'],
  title: 'gives each package out once and forgets it',
  answer: spoil('package', (response, { deliveries, visit }) =>
    response.status === 200 && visit !== undefined && deliveries > 1
      ? say(410, 'This package has been fetched.')
      : response,
  ),
})
