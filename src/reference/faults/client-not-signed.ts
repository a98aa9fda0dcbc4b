import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['native/signature-verifies'],
  title: 'gives out clients for Symbian OS 9 that nobody has signed',
  client: (specs) => ({ ...specs, sisx: { ...specs.sisx, signings: [] } }),
})
