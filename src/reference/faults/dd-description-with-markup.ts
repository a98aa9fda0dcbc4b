import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['download/elements-plain'],
  title: 'writes marks into the descriptions of download descriptors',
  downloadOctets: (octets) =>
    new TextEncoder().encode(
      new TextDecoder().decode(octets).replace('<description>The', '<description><b>The</b>'),
    ),
})
