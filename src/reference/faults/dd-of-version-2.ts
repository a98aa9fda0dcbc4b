import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['download/version'],
  title: 'names version 2.0 in download descriptors',
  download: (descriptor) => ({ ...descriptor, version: '2.0' }),
})
