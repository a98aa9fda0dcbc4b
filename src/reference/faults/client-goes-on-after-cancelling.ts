import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['ticket/dead-when-cancelled'],
  title: 'gives the rest of a client though its order was cancelled',
  tickets: (rules) => ({ ...rules, isClosedTo: ({ headers }) => !headers.has('Range') }),
})
