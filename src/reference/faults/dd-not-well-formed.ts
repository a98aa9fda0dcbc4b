import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['download/readable'],
  title: 'writes ampersands into download descriptors that begin no entity',
  downloadOctets: (octets) =>
    new TextEncoder().encode(
      new TextDecoder().decode(octets).replace('</description>', ' & more</description>'),
    ),
})
