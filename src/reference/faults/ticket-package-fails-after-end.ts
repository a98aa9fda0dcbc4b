import { defineFault } from '../fault.ts'
import { cacheControl, respond } from '../respond.ts'

export default defineFault({
  breaks: ['ticket/late-package', 'ticket/refusal-is-clear', 'ticket/uses'],
  title: 'fails with 500 when a package is asked for after the end of its ticket',
  answer: (response, { route, ticket }) =>
    (route === 'package' || route === 'client') && ticket === 'over'
      ? respond(500, [cacheControl])
      : response,
})
