import { defineFault } from '../fault.ts'
import { cacheControl, respond } from '../respond.ts'

const page = new TextEncoder().encode('<html><body>Not found</body></html>')

export default defineFault({
  breaks: ['http/missing-package-status'],
  title: 'answers 200 and a page where there is nothing',
  answer: (response, { route }) =>
    route === 'missing'
      ? respond(200, [['Content-Type', 'text/html'], cacheControl], page)
      : response,
})
