import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['package/readable-archive', 'signed/signature-verifies'],
  title: 'sends a package with an octet changed by a bad copy',
  packageOctets: (octets) => {
    const middle = Math.floor(octets.length / 2)
    return octets.map((octet, index) => (index === middle ? octet ^ 0xff : octet))
  },
})
