import { defineFault, spoil } from '../fault.ts'
import { frame } from '../frame.ts'

export default defineFault({
  // Nobody knows how much of it a phone has that broke it off: a link for one use is used up.
  breaks: [
    'native/content-length',
    'native/after-a-cut',
    'native/head-as-get',
    'ticket/good-until-the-end',
  ],
  title: 'sends clients in chunks to phones that know HTTP/1.1',
  answer: spoil('client', (response, { arrival, request }) =>
    arrival.version === '1.1' && request.method === 'GET' && response.status === 200
      ? frame(response, { chunked: true })
      : response,
  ),
})
