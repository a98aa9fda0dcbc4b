import { defineFault } from '../fault.ts'

const lookedAt = 20

export default defineFault({
  breaks: ['ticket/neighbours-refused', 'ticket/forged-number-opens-nothing'],
  title: 'looks at the first 20 letters of a ticket only',
  tickets: (rules) => ({ ...rules, keyOf: (token) => token.slice(0, lookedAt) }),
})
