import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['download/size-holds'],
  title: 'states the size of the build before in download descriptors',
  download: ({ size = 0, ...descriptor }) => ({ ...descriptor, size: size + 16 }),
})
