import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['ticket/tells-nobody'],
  title: 'writes the number of the phone into its ticket',
  tickets: (rules) => ({
    ...rules,
    tokenOf: (order) => `${order.number.replace(/\D/g, '')}-${rules.tokenOf(order)}`,
  }),
})
