import { defineFault } from '../fault.ts'
import { without } from '../respond.ts'

export default defineFault({
  breaks: ['native/goes-on', 'native/intact', 'native/if-range'],
  title: 'sends the rest of clients of whatever version there is now',
  clientAsked: (headers) => without(without(headers, 'If-Range'), 'If-Match'),
})
