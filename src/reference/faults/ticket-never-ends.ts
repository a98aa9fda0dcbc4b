import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['ticket/refused-after-the-end'],
  title: 'lets tickets be good for ever',
  tickets: (rules) => ({ ...rules, graceMs: Number.MAX_SAFE_INTEGER, isEnded: () => false }),
})
