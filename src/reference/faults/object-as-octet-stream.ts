import { defineFault, spoil } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['download/type-holds'],
  title: 'sends pictures behind download descriptors as application/octet-stream',
  answer: spoil('object', (response) =>
    response.headers.get('Content-Type') === 'image/png'
      ? withHeaders(response, { 'Content-Type': 'application/octet-stream' })
      : response,
  ),
})
