import { defineFault, spoil } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['download/object-available'],
  title: 'has no object where a download descriptor says',
  answer: spoil('object', () => say(404, 'There is no such object.')),
})
