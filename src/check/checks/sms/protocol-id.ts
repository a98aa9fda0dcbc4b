import { defineCheck, fail, pass } from '../../check.ts'
import { submittedMessages } from '../../submitted-messages.ts'

export default defineCheck({
  row: 'W09',
  level: 'should',
  clause: 'SMS-PROTOCOL-ID',
  title: 'The protocol identifier of a message is 0',
  applies: ({ evidence }) => submittedMessages(evidence).length > 0,
  absent: 'no message was submitted by SMPP',
  *judge({ evidence }) {
    for (const message of submittedMessages(evidence)) {
      const { protocolId } = message.pdu
      yield protocolId === 0
        ? pass(message, 'protocol_id 0')
        : fail(message, {
            actual: `protocol_id 0x${protocolId.toString(16).padStart(2, '0')}`,
            expected: '0x00',
          })
    }
  },
  explain: `The values 0x41 to 0x47 make a phone put the message in the place of the last one of that type from the same sender: the second order removes the first from the inbox, and the second segment removes the first. Others lead to fax, telex or the SIM card, or are refused. Leave protocol_id at 0.`,
})
