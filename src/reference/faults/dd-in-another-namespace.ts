import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['download/namespace'],
  title: 'puts download descriptors into a namespace of its own',
  downloadOctets: (octets) =>
    new TextEncoder().encode(
      new TextDecoder().decode(octets).replace('/xmlns/dd"', '/xmlns/dd/1.0"'),
    ),
})
