import { defineFault } from '../fault.ts'
import { cacheControl, respond, withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['http/redirects'],
  title: 'redirects a link that has moved a second time',
  answer: (response, { origin, request }) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/moved-again.jad') {
      return respond(302, [['Location', `${origin}/demo.jad`], cacheControl])
    }
    return response.status === 302
      ? withHeaders(response, { Location: `${origin}/moved-again.jad` })
      : response
  },
})
