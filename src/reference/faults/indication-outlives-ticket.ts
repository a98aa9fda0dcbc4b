import { defineFault } from '../fault.ts'

const month = 30 * 86_400_000

export default defineFault({
  breaks: ['ticket/indication-ends-with-it'],
  title: 'lets indications expire a month after their tickets',
  tickets: (rules) => ({ ...rules, indicationEnd: (endsAt) => endsAt + month }),
})
