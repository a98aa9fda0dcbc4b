import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['smpp/answers-enquire-link'],
  title: 'does not answer the SMSC that asks whether it is there',
  pushing: { pdu: (pdu) => (pdu.command === 'enquire_link_resp' ? [] : [pdu]) },
})
