import { defineFault } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['ticket/number-not-echoed'],
  title: 'names the number of the phone on the page that refuses a ticket',
  answer: (response, { route, ticket, request }) => {
    const number = request.headers.get('X-MSISDN')
    return route === 'descriptor' && ticket === 'unknown' && number !== null
      ? say(404, `There is no such ticket for ${number}.`)
      : response
  },
})
