import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { submittedMessages } from '../../submitted-messages.ts'

const alphanumeric = 5
const lettersMax = 11

export default defineCheck({
  row: 'W50',
  level: 'should',
  clause: 'SMS-SENDER',
  title: 'The type of the sender address fits the address',
  applies: ({ evidence }) => submittedMessages(evidence).length > 0,
  absent: 'no message was submitted by SMPP',
  *judge({ evidence }) {
    for (const message of submittedMessages(evidence)) {
      const { ton, value } = message.pdu.source
      const told = `"${escapeText(value, 40)}" with type ${ton}`
      const isNumber = /^\+?\d+$/.test(value)
      if (isNumber === (ton === alphanumeric)) {
        yield fail(message, {
          actual: `sender ${told}`,
          expected: isNumber ? 'a type of numbers' : `type ${alphanumeric}, alphanumeric`,
        })
      } else if (!isNumber && value.length > lettersMax) {
        yield fail(message, {
          actual: `sender ${told}`,
          expected: `at most ${lettersMax} characters`,
        })
      } else yield pass(message, `sender ${told}`)
    }
  },
  explain: `A name sent as a number is refused by some centres and shown as a run of digits by phones; a number sent as a name cannot be answered, called or matched with the list of senders whose pushes a phone takes. Set addr_ton 5 and addr_npi 0 for a name of at most 11 characters, 1 for an international number, 0 for a short code.`,
})
