import { defineFault, spoil } from '../fault.ts'
import { cacheControl, respond } from '../respond.ts'

export default defineFault({
  breaks: ['pap/answers-notifications'],
  title: 'answers result notifications with 204 and nothing of PAP',
  answer: spoil('push-result', () => respond(204, [cacheControl])),
})
