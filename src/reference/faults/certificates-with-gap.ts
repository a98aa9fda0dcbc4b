import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['signed/certificates-numbered'],
  title: 'leaves out a number when it numbers certificates',
  signing: (signing) => ({ ...signing, numbers: [1, 3, 4, 5] }),
})
