import { defineFault } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['http/basic-challenge'],
  title: 'offers Digest before Basic',
  answer: (response) =>
    response.status === 401
      ? withHeaders(response, {
          'WWW-Authenticate': `Digest realm="Suites", nonce="0", ${response.headers.get('WWW-Authenticate')}`,
        })
      : response,
})
