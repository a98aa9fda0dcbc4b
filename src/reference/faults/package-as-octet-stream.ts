import { defineFault, spoil } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['package/media-type'],
  title: 'labels the package as octets of an unknown kind',
  answer: spoil('package', (response) =>
    withHeaders(response, { 'Content-Type': 'application/octet-stream' }),
  ),
})
