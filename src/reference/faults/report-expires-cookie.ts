import { defineFault, notifyRoutes, spoil } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['report/no-cookie-expiry', 'report/no-cookie'],
  title: 'ends its session with the report, as servers for MIDP 1.0 did',
  answer: spoil(notifyRoutes, (response) =>
    withHeaders(response, { 'Set-Cookie': 'session=; Max-Age=0; Path=/' }),
  ),
})
