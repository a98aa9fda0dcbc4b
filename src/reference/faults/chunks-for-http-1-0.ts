import { defineFault, spoil } from '../fault.ts'
import { frame } from '../frame.ts'

export default defineFault({
  breaks: ['http/version-1-0'],
  title: 'sends chunks to clients that cannot know them',
  answer: spoil('descriptor', (response, { arrival }) =>
    arrival.version === '1.0' ? frame(response, { chunked: true }) : response,
  ),
})
