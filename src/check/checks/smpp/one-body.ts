import { defineCheck, fail, pass } from '../../check.ts'
import { smppSubmissions } from '../../smpp-sessions.ts'
import { findTlv } from '../../../wire/smpp/tlv.ts'

export default defineCheck({
  level: 'should',
  clause: 'SMPP-ONE-BODY',
  title: 'A message stands in short_message or in message_payload, not in both',
  applies: ({ evidence }) => smppSubmissions(evidence).length > 0,
  absent: 'nothing was submitted to the SMSC',
  *judge({ evidence }) {
    for (const submission of smppSubmissions(evidence)) {
      const { shortMessage, tlvs } = submission.pdu
      const payload = findTlv(tlvs, 'message_payload')
      if (payload === undefined || shortMessage.length === 0) {
        yield pass(submission, 'there was one body')
      } else {
        yield fail(submission, {
          actual: `short_message of ${shortMessage.length} octets and message_payload of ${payload.length}`,
          expected: 'one of them',
        })
      }
    }
  },
  explain: `short_message holds up to 254 octets; what is longer goes into message_payload, and sm_length is then 0. A centre that finds both cannot know which is the message, and strict ones refuse it. Leave short_message empty where message_payload is used.`,
})
