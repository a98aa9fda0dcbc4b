import { defineFault, spoil } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['descriptor/not-cached'],
  title: 'lets gateways keep the descriptor for a day',
  answer: spoil('descriptor', (response) =>
    withHeaders(response, { 'Cache-Control': 'public, max-age=86400, no-transform' }),
  ),
})
