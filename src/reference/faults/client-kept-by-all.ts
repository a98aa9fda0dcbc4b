import { defineFault, spoil } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['ticket/kept-by-no-cache'],
  title: 'lets every cache keep clients for a day',
  answer: spoil('client', (response) =>
    withHeaders(response, { 'Cache-Control': 'public, max-age=86400' }),
  ),
})
