import { defineFault, spoil } from '../fault.ts'
import { frame } from '../frame.ts'

export default defineFault({
  breaks: ['native/content-length', 'native/head-as-get'],
  title: 'sends clients in chunks to phones that know HTTP/1.1',
  answer: spoil('client', (response, { arrival, request }) =>
    arrival.version === '1.1' && request.method === 'GET'
      ? frame(response, { chunked: true })
      : response,
  ),
})
