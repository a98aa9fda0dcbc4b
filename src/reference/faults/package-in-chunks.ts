import { defineFault, spoil } from '../fault.ts'
import { frame } from '../frame.ts'

export default defineFault({
  breaks: ['package/content-length'],
  title: 'sends the package in chunks, without its length',
  answer: spoil('package', (response, { arrival }) =>
    arrival.version === '1.0' ? response : frame(response, { chunked: true }),
  ),
})
