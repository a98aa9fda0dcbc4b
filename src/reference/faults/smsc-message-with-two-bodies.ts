import { tlvTag } from '../../wire/smpp/tlv.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['smpp/one-body'],
  title: 'submits each message in short_message and in message_payload',
  pushing: {
    pdu: (pdu) => {
      if (pdu.command !== 'submit_sm') return [pdu]
      const payload = { tag: tlvTag('message_payload'), octets: pdu.shortMessage }
      return [{ ...pdu, tlvs: [...pdu.tlvs, payload] }]
    },
  },
})
