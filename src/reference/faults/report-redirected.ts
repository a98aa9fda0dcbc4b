import { defineFault, spoil } from '../fault.ts'
import { cacheControl, respond } from '../respond.ts'

export default defineFault({
  breaks: ['report/no-redirect', 'report/answered-with-200'],
  title: 'redirects reports to another path',
  answer: spoil('install-notify', (_, { origin }) =>
    respond(302, [['Location', `${origin}/reports`], cacheControl]),
  ),
})
