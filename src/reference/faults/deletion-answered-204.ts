import { defineFault, spoil } from '../fault.ts'
import { cacheControl, respond } from '../respond.ts'

export default defineFault({
  breaks: ['report/deletion-answered-with-200'],
  title: 'answers deletions with 204 No Content',
  answer: spoil('delete-notify', () => respond(204, [cacheControl])),
})
