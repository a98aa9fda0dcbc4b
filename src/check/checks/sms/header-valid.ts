import { defineCheck, fail, pass } from '../../check.ts'
import { isOctets, submittedMessages } from '../../submitted-messages.ts'
import type { SubmittedMessage } from '../../submitted-messages.ts'

export default defineCheck({
  row: 'W01',
  level: 'must',
  clause: 'SMS-HEADER',
  title: 'A message has a header where its flag says so, and only there',
  applies: ({ evidence }) => submittedMessages(evidence).length > 0,
  absent: 'no message was submitted by SMPP',
  *judge({ evidence }) {
    for (const message of submittedMessages(evidence)) {
      const { problem, elements = [] } = message
      if (problem !== undefined) {
        yield fail(message, {
          actual: 'a header that does not fit its message',
          expected: 'lengths within the user data',
          reason: `Unexpected header: ${problem}.`,
        })
      } else if (looksLikeHeader(message)) {
        yield fail(message, {
          actual: 'a header in user data whose flag is not set',
          expected: 'esm_class with 0x40',
        })
      } else yield pass(message, `${elements.length} elements in its header`)
    }
  },
  explain: `The flag in esm_class tells the phone whether user data begins with a header. Without it ports and segment numbers are shown as odd characters in a text, and the push never reaches the browser; with it and no header the first letters of a text are eaten. Set 0x40 exactly on messages that have a header, and let a library count the lengths.`,
})

/** Ports of 16 bits or a concatenation, where data begins with their length, id and length (TS 23.040, 9.2.3.24). */
function looksLikeHeader(message: SubmittedMessage): boolean {
  const [length = 0, id = 0, size = 0] = message.octets
  const fits = length >= 5 && length <= 20 && size + 2 <= length
  const isKnown = (id === 5 && size === 4) || (id === 0 && size === 3) || (id === 8 && size === 4)
  return !message.hasHeader && isOctets(message) && fits && isKnown
}
