import { defineFault } from '../fault.ts'
import { respond } from '../respond.ts'

/** As many as phones follow. */
const hops = 5

export default defineFault({
  breaks: ['native/redirects'],
  title: 'leads from the old link of the client to the new one by five redirects',
  answer: (response, { request, origin }) => {
    const { pathname, searchParams } = new URL(request.url)
    const hop = Number(searchParams.get('hop') ?? '1')
    return pathname === '/client-moved' && hop < hops
      ? respond(302, [['Location', `${origin}/client-moved?hop=${hop + 1}`]])
      : response
  },
})
