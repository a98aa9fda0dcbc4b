import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['ticket/part-uses-nothing', 'ticket/good-until-the-end'],
  title: 'takes a look at the first octets of a package for the one use of its ticket',
  tickets: (rules) => ({
    ...rules,
    isUsedUpBy: ({ method, headers }) =>
      method === 'GET' && headers.get('Range')?.startsWith('bytes=0-') === true,
  }),
})
