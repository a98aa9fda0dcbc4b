import { defineFault, notifyRoutes } from '../fault.ts'
import { cacheControl, respond } from '../respond.ts'

export default defineFault({
  breaks: ['report/only-post'],
  title: 'takes a GET of the notify URL for a report',
  answer: (response, { route, request }) =>
    notifyRoutes.includes(route) && request.method === 'GET'
      ? respond(200, [cacheControl])
      : response,
})
