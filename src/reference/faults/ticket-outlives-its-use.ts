import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['ticket/uses'],
  title: 'gives the package of a ticket out again that is said to be good for one use',
  tickets: (rules) => ({ ...rules, usesMax: Infinity }),
})
