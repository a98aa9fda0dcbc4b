import { defineFault } from '../fault.ts'
import { cacheControl, respond } from '../respond.ts'

export default defineFault({
  breaks: ['ticket/dead-when-cancelled'],
  title: 'fails with 500 when it finds that the order of a ticket was cancelled',
  answer: (response, { ticket }) =>
    ticket === 'cancelled' ? respond(500, [cacheControl]) : response,
})
