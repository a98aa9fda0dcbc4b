import { defineFault } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['ticket/after-another-order', 'ticket/good-until-the-end', 'native/after-a-cut'],
  title: 'falls over a ticket once another was ordered for the phone',
  answer: (response, { isOlderTicket }) =>
    isOlderTicket ? say(500, 'Two orders, one phone.') : response,
})
