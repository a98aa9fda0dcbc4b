import { defineFault } from '../fault.ts'

const version33 = 0x33

export default defineFault({
  breaks: ['smpp/interface-version'],
  title: 'binds to the SMSC as a client of SMPP 3.3',
  pushing: {
    pdu: (pdu) => ['interfaceVersion' in pdu ? { ...pdu, interfaceVersion: version33 } : pdu],
  },
})
