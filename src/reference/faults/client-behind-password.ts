import { challenge } from '../credentials.ts'
import { defineFault, spoil } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['native/one-click', 'http/credentials-answer'],
  title: 'asks for a password before it gives clients',
  answer: spoil('client', () => say(401, 'Who are you?', [challenge])),
})
