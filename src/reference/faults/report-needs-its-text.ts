import { defineFault, notifyRoutes, spoil } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['report/code-without-text'],
  title: 'compares the whole line of a report, not its code',
  answer: spoil(notifyRoutes, (response, { body }) =>
    /^[0-9]{3} .*[a-z]/.test(new TextDecoder().decode(body))
      ? response
      : say(400, 'There is no such report.'),
  ),
})
