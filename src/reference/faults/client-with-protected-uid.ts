import { defineFault } from '../fault.ts'

const protectedUid = 0x20005d1a

export default defineFault({
  breaks: ['native/signature-gives-what-it-wants'],
  title: 'gives out clients that sign for themselves under a protected UID',
  client: (specs) => ({ ...specs, sisx: { ...specs.sisx, uid: protectedUid } }),
})
