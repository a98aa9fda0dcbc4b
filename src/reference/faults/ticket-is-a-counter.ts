import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['ticket/not-guessable'],
  title: 'numbers its tickets one after the other',
  tickets: (rules) => ({
    ...rules,
    tokenOf: ({ serial }) => String(1_000_000 + 17 * serial),
  }),
})
