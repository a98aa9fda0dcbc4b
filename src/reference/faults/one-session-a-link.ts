import { defineFault, spoil } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['session/earlier-package'],
  title: 'forgets a download when the same link is opened again',
  answer: spoil('package', (response, { isOvertaken }) =>
    isOvertaken ? say(404, 'There is no such package.') : response,
  ),
})
