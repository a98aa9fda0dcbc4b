import { defineFault } from '../fault.ts'
import { without } from '../respond.ts'

export default defineFault({
  breaks: ['native/if-range'],
  title: 'sends parts of clients whatever version they are asked for of',
  clientAsked: (headers) => without(headers, 'If-Range'),
})
