import { defineFault } from '../fault.ts'

const s60Fifth = 0x1028315f

export default defineFault({
  breaks: ['native/names-its-target'],
  title: 'gives every phone of Symbian OS 9 the build for S60 5th Edition',
  client: (specs) => ({ ...specs, sisx: { ...specs.sisx, targets: [{ uid: s60Fifth }] } }),
})
