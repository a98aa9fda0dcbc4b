import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['native/intact'],
  title: 'cuts the last octets off clients',
  clientOctets: (octets) => octets.slice(0, octets.length - 200),
})
