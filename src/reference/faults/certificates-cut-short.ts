import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['signed/certificates-numbered'],
  title: 'cuts off certificates of issuers after 512 letters',
  descriptor: (attributes) =>
    attributes.map(([name, value]) => [
      name,
      /^MIDlet-Certificate-\d-2$/.test(name) ? value.slice(0, 512) : value,
    ]),
})
