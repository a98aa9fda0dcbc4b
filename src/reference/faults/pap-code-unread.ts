import { defineFault } from '../fault.ts'

const accepted = 202

export default defineFault({
  breaks: ['pap/code-counts', 'pap/put-off-comes-later'],
  title: 'takes a push for sent as soon as HTTP has answered 202',
  pushing: {
    conduct: { forgets: (setback) => setback.kind === 'pap' && setback.status === accepted },
  },
})
