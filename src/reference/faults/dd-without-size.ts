import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['download/mandatory-elements'],
  title: 'leaves the size out of download descriptors',
  download: (descriptor) => ({ ...descriptor, size: undefined }),
})
