import { defineFault, notifyRoutes, spoil } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['report/any-order'],
  title: 'refuses reports before the package was fetched',
  answer: spoil(notifyRoutes, (response, { visit, deliveries }) =>
    visit !== undefined && deliveries === 0 ? say(409, 'You have not even fetched it.') : response,
  ),
})
