import { defineFault } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: [
    'native/after-a-cut',
    'native/available',
    'native/head-as-get',
    'ticket/good-until-the-end',
    'ticket/head-uses-nothing',
    'ticket/part-uses-nothing',
    'ticket/uses',
  ],
  title: 'gives each client out to the first request and to no other',
  answer: (response, { route, request, clientRequests }) =>
    route === 'client' && request.method === 'GET' && clientRequests > 1
      ? say(410, 'This was fetched.')
      : response,
})
