import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: [
    'ticket/head-uses-nothing',
    'ticket/good-until-the-end',
    'native/head-as-get',
    'native/other-platform',
    'ticket/part-uses-nothing',
  ],
  title: 'takes HEAD for the one use of a ticket',
  tickets: (rules) => ({ ...rules, isUsedUpBy: ({ method }) => method === 'HEAD' }),
})
