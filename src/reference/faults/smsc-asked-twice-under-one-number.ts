import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['smpp/sequence-unique'],
  title: 'asks whether the SMSC is there under the number of the submission before',
  pushing: {
    pdu: (pdu) => {
      const { sequence, command } = pdu
      if (command !== 'submit_sm') return [pdu]
      return [pdu, { command: 'enquire_link', sequence, status: 0, tlvs: [] }]
    },
  },
})
