import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['pap/put-off-comes-later', 'pap/code-counts'],
  title: 'drops what a busy gateway did not take',
  pushing: { conduct: { forgets: ({ kind }) => kind === 'pap' } },
})
