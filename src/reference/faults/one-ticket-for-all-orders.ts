import { createHmac } from 'node:crypto'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['ticket/own-for-each-order'],
  title: 'gives all orders of a phone one ticket',
  tickets: (rules) => ({
    ...rules,
    tokenOf: ({ secret, number }) => createHmac('sha256', secret).update(number).digest('hex'),
  }),
})
