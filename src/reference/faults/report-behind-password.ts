import { challenge } from '../credentials.ts'
import { hasCredentials } from '../credentials.ts'
import { defineFault, notifyRoutes, spoil } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['report/no-challenge', 'report/answered-with-200'],
  title: 'asks for a password when a suite is reported that needed one',
  answer: spoil(notifyRoutes, (response, { visit, request }) =>
    visit?.link === '/protected.jad' && !hasCredentials(request)
      ? say(401, 'Who are you?', [challenge])
      : response,
  ),
})
