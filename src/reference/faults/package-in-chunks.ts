import { defineFault, spoil } from '../fault.ts'
import { frame } from '../frame.ts'

export default defineFault({
  breaks: ['package/content-length'],
  title: 'sends the package in chunks, without its length',
  answer: spoil('package', (response) => frame(response, { chunked: true })),
})
