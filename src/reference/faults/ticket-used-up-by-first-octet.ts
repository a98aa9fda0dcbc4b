import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['ticket/cut-uses-nothing', 'ticket/good-until-the-end', 'ticket/uses'],
  title: 'takes the first octet of a package for the one use of its ticket',
  tickets: (rules) => ({
    ...rules,
    isUsedUpBy: ({ method, url }) => method === 'GET' && new URL(url).pathname.endsWith('.jar'),
  }),
})
