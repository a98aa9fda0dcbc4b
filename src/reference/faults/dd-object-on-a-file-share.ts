import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['download/addresses-usable'],
  title: 'names objects by their place on a file share in download descriptors',
  download: (descriptor) => ({ ...descriptor, objectUri: 'file://share/builds/client' }),
})
