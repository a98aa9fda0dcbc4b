import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['smpp/answers-unbind'],
  title: 'closes without an answer when the SMSC takes leave',
  pushing: { pdu: (pdu) => (pdu.command === 'unbind_resp' ? [] : [pdu]) },
})
