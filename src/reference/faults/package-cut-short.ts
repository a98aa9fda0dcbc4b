import { defineFault, spoil } from '../fault.ts'
import { frame } from '../frame.ts'

export default defineFault({
  breaks: ['package/available', 'http/framing', 'ticket/running-transfer-ends'],
  title: 'closes the connection before the last octets of a package',
  answer: spoil('package', (response, { visit }) =>
    response.status === 200 && visit !== undefined
      ? frame(response, { cutAfterBodyOctets: 5_000 })
      : response,
  ),
})
