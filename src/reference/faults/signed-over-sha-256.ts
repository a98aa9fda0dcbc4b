import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['signed/signature-verifies'],
  title: 'signs packages with SHA-256 instead of SHA-1',
  signing: (signing) => ({ ...signing, digest: 'sha256' }),
})
