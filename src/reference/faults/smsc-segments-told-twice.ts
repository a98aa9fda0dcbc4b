import { numberTlv } from '../../wire/smpp/tlv.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['smpp/one-segmentation'],
  title: 'tells segments in a header and in parameters at once',
  pushing: {
    pdu: (pdu) => {
      if (pdu.command !== 'submit_sm') return [pdu]
      const sar = [
        numberTlv('sar_msg_ref_num', 1),
        numberTlv('sar_total_segments', 1),
        numberTlv('sar_segment_seqnum', 1),
      ]
      return [{ ...pdu, tlvs: [...pdu.tlvs, ...sar] }]
    },
  },
})
