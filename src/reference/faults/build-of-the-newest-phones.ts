import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['descriptor/fits-the-phone'],
  title: 'gives every phone the build for phones of MIDP 2.0',
  suite: (spec) => ({ ...spec, profile: 'MIDP-2.0' }),
})
