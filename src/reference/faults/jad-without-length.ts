import { defineFault, spoil } from '../fault.ts'
import { frame } from '../frame.ts'

export default defineFault({
  breaks: ['descriptor/length-or-chunking', 'native/head-as-get'],
  title: 'ends the descriptor by closing the connection',
  answer: spoil('descriptor', (response) => frame(response, { contentLength: 'omit' })),
})
