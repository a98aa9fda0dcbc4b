import { defineFault } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['http/absolute-form'],
  title: 'takes a whole URL on the request line for a path',
  answer: (response, { arrival }) =>
    arrival.form === 'absolute' ? say(404, 'There is nothing here.') : response,
})
