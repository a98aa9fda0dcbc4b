import { defineFault } from '../fault.ts'
import { cacheControl, respond } from '../respond.ts'

export default defineFault({
  breaks: ['session/expired-link'],
  title: 'leads whoever opens an expired link to a suite all the same',
  answer: (response, { route, origin }) =>
    route === 'expired'
      ? respond(302, [['Location', `${origin}/demo.jad`], cacheControl])
      : response,
})
