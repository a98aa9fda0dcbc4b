import { defineFault, notifyRoutes, spoil } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['report/no-cookie'],
  title: 'sets a cookie with the answer to a report',
  answer: spoil(notifyRoutes, (response) =>
    withHeaders(response, { 'Set-Cookie': 'session=1; Path=/' }),
  ),
})
