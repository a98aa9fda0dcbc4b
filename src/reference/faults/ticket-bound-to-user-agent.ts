import { defineFault } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['ticket/any-agent', 'ticket/good-until-the-end'],
  title: 'lets a ticket be opened only by the User-Agent that opened it first',
  answer: (response, { route, ticketAgent, request }) =>
    route === 'descriptor' &&
    ticketAgent !== undefined &&
    ticketAgent !== request.headers.get('User-Agent')
      ? say(403, 'This link is for another phone.')
      : response,
})
