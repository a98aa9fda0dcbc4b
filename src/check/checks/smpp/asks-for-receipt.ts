import { defineCheck, fail, pass } from '../../check.ts'
import { smppSubmissions } from '../../smpp-sessions.ts'

/** Bits 1 and 0 of registered_delivery (SMPP 3.4 section 5.2.17). */
const receiptBits = 0x03

export default defineCheck({
  row: 'W46',
  level: 'should',
  clause: 'SMPP-RECEIPT-WANTED',
  title: 'A server asks the SMSC to tell what became of its pushes',
  applies: ({ evidence }) => smppSubmissions(evidence).length > 0,
  absent: 'nothing was submitted to the SMSC',
  *judge({ evidence }) {
    for (const submission of smppSubmissions(evidence)) {
      const { registeredDelivery } = submission.pdu
      if ((registeredDelivery & receiptBits) !== 0)
        yield pass(submission, 'a receipt was asked for')
      else {
        yield fail(submission, {
          actual: `registered_delivery 0x${registeredDelivery.toString(16).padStart(2, '0')}`,
          expected: '0x01',
        })
      }
    }
  },
  explain: `submit_sm_resp says only that the centre has the message. Whether the phone got it, or it expired while the phone was off, comes in a receipt, and only where registered_delivery asks for one. Without it a server cannot tell a user who does not want from a user who was never asked.`,
})
