import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['smpp/put-off-comes-later'],
  title: 'drops what the SMSC has no room for',
  pushing: { conduct: { forgets: ({ kind }) => kind === 'submit' } },
})
