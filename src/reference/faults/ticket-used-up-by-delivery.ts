import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['ticket/uses'],
  title: 'lets a ticket be used once that is said to be good until its end',
  tickets: (rules) => ({ ...rules, usesMax: 1 }),
})
