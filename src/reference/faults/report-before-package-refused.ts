import { defineFault, notifyRoutes, spoil } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['report/any-order'],
  title: 'refuses a report that first comes before the package was fetched',
  answer: spoil(notifyRoutes, (response, { visit, deliveries, report }) =>
    visit !== undefined && deliveries === 0 && report?.repeats === 0
      ? say(409, 'You have not even fetched it.')
      : response,
  ),
})
