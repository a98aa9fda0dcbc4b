import { defineFault } from '../fault.ts'
import { cacheControl, respond } from '../respond.ts'

export default defineFault({
  breaks: ['ticket/refusal-is-clear', 'ticket/good-until-the-end', 'ticket/uses'],
  title: 'fails with 500 when it finds no good ticket for a link',
  answer: (response, { route, ticket }) =>
    route === 'descriptor' && (ticket === 'over' || ticket === 'unknown')
      ? respond(500, [cacheControl])
      : response,
})
