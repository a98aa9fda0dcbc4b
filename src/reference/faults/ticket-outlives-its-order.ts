import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['ticket/dead-when-cancelled'],
  title: 'lets a ticket lead on though its order was cancelled',
  tickets: (rules) => ({ ...rules, isClosedTo: () => false }),
})
