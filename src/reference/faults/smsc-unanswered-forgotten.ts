import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['smpp/unanswered-comes-again'],
  title: 'forgets what it submitted when the connection ends before the answer',
  pushing: { conduct: { forgets: ({ kind }) => kind === 'silence' } },
})
