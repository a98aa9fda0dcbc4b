import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['ticket/dead-when-cancelled'],
  title: 'gives the package of a cancelled order to phones that have its descriptor',
  tickets: (rules) => ({
    ...rules,
    isClosedTo: ({ url }) => !new URL(url).pathname.endsWith('.jar'),
  }),
})
