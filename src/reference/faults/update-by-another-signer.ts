import { goodSignings } from '../../test-authority/signing.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['update/same-signer'],
  title: 'has updates signed under another authority than the suite',
  signing: (signing, { version }) => (version === '1.1.0' ? goodSignings.operator : signing),
})
