import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['signed/signature-verifies'],
  title: 'signs packages with another key than its certificate is for',
  signing: (signing) => ({ ...signing, key: 'other' }),
})
