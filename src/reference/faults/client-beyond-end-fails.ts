import { defineFault } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['native/beyond-the-end'],
  title: 'falls over octets behind the end of a client',
  answer: (response, { route }) =>
    route === 'client' && response.status === 416 ? say(500, 'Out of range.') : response,
})
