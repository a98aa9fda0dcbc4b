import { defineFault, spoil } from '../fault.ts'
import { frame } from '../frame.ts'

export default defineFault({
  breaks: ['http/framing', 'native/unknown-agent'],
  title: 'sends the descriptor with Content-Length and in chunks at once',
  answer: spoil('descriptor', async (response) => {
    const { byteLength } = await response.clone().arrayBuffer()
    return frame(response, { contentLength: byteLength, chunked: true })
  }),
})
