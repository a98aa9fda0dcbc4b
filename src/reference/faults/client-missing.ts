import { defineFault, spoil } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['native/available', 'native/other-platform', 'ticket/good-until-the-end'],
  title: 'answers 404 where its links say that the client is',
  answer: spoil('client', () => say(404, 'There is no such client.')),
})
