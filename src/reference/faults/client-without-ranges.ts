import { defineFault } from '../fault.ts'
import { without } from '../respond.ts'

export default defineFault({
  breaks: ['native/ranges'],
  title: 'sends clients from the beginning whatever part is asked for',
  clientAsked: (headers) => without(headers, 'Range'),
})
