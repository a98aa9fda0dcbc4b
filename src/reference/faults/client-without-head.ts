import { defineFault } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['native/head-as-get'],
  title: 'does not know HEAD where clients are',
  answer: (response, { route, request }) =>
    route === 'client' && request.method === 'HEAD'
      ? say(405, 'GET only.', [['Allow', 'GET']])
      : response,
})
