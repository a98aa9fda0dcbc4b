import { defineFault, notifyRoutes, spoil } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['report/any-order'],
  title: 'refuses reports before the package was fetched',
  // Who says that there is none was refused it.
  answer: spoil(notifyRoutes, (response, { visit, deliveries, report }) =>
    visit !== undefined && deliveries === 0 && report?.code !== 907
      ? say(409, 'You have not even fetched it.')
      : response,
  ),
})
