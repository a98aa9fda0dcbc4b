import { defineFault, notifyRoutes, spoil } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['report/empty-answer'],
  title: 'thanks for every report with a page',
  answer: spoil(notifyRoutes, () => say(200, 'Thank you.')),
})
