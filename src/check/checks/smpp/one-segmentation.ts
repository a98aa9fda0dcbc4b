import { defineCheck, fail, pass } from '../../check.ts'
import { smppSubmissions } from '../../smpp-sessions.ts'
import { esmHeader } from '../../../wire/smpp/message-flags.ts'
import { tlvTag } from '../../../wire/smpp/tlv.ts'

const parameters = [
  'sar_msg_ref_num',
  'sar_total_segments',
  'sar_segment_seqnum',
  'destination_port',
  'source_port',
] as const

export default defineCheck({
  row: 'W43',
  level: 'should',
  clause: 'SMPP-ONE-SEGMENTATION',
  title: 'A message has a user data header or parameters in its place, not both',
  applies: ({ evidence }) => smppSubmissions(evidence).length > 0,
  absent: 'nothing was submitted to the SMSC',
  *judge({ evidence }) {
    for (const submission of smppSubmissions(evidence)) {
      const { esmClass, tlvs } = submission.pdu
      const beside = parameters.filter((name) => tlvs.some(({ tag }) => tag === tlvTag(name)))
      if ((esmClass & esmHeader) === 0 || beside.length === 0) {
        yield pass(submission, 'ports and segments were told in one way')
      } else {
        yield fail(submission, {
          actual: `a user data header and ${beside.join(', ')}`,
          expected: 'one of them',
        })
      }
    }
  },
  explain: `Ports and segments can be told in a user data header inside the message, with esm_class 0x40, or in the sar and port parameters beside it. A centre that finds both either refuses the message or writes a second header in front of the first, and the phone shows binary rubbish. Use one way for all messages.`,
})
