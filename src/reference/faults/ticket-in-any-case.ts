import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['ticket/neighbours-refused'],
  title: 'takes capital and small letters of a ticket for the same',
  tickets: (rules) => ({ ...rules, keyOf: (token) => token.toLowerCase() }),
})
