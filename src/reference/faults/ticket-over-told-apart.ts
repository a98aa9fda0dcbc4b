import { defineFault } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['ticket/neighbours-as-expired'],
  title: 'tells tickets that are over from those that never were',
  answer: (response, { ticket, route }) =>
    ticket === 'over' && route === 'descriptor' && response.status === 404
      ? say(410, 'The time of this ticket is over.')
      : response,
})
