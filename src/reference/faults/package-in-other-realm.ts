import { hasCredentials } from '../credentials.ts'
import { defineFault, spoil } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['http/one-realm', 'http/credentials-answer'],
  title: 'keeps packages in a realm of their own',
  answer: spoil('package', (response, { request }) =>
    hasCredentials(request)
      ? say(401, 'Packages need another password.', [
          ['WWW-Authenticate', 'Basic realm="Packages"'],
        ])
      : response,
  ),
})
