import { defineFault, spoil } from '../fault.ts'
import { cacheControl, respond } from '../respond.ts'

export default defineFault({
  breaks: ['report/answered-with-200'],
  title: 'answers reports with 204 No Content',
  answer: spoil('install-notify', () => respond(204, [cacheControl])),
})
