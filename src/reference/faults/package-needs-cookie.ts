import { defineFault } from '../fault.ts'
import { say, withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['package/needs-no-cookie', 'package/available'],
  title: 'gives the package only to phones that send back the cookie of the descriptor',
  answer: (response, { route, request, visit }) => {
    if (!response.ok || visit === undefined) return response
    const cookie = `visit=${visit.id}`
    if (route === 'descriptor') return withHeaders(response, { 'Set-Cookie': `${cookie}; Path=/` })
    return route === 'package' && request.headers.get('Cookie')?.includes(cookie) !== true
      ? say(403, 'Your session has ended.')
      : response
  },
})
