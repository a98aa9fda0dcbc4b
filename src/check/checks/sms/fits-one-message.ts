import { defineCheck, fail, pass } from '../../check.ts'
import { readSmppCoding } from '../../../wire/smpp/data-coding.ts'
import { headerSeptets } from '../../../wire/sms/gsm7.ts'
import { submittedMessages } from '../../submitted-messages.ts'
import type { SubmittedMessage } from '../../submitted-messages.ts'

const octetsMax = 140
const septetsMax = 160

export default defineCheck({
  row: 'W04',
  level: 'must',
  clause: 'SMS-SIZE',
  title: 'What is submitted as one message fits one message on the air',
  applies: ({ evidence }) => submittedMessages(evidence).length > 0,
  absent: 'no message was submitted by SMPP',
  *judge({ evidence }) {
    for (const message of submittedMessages(evidence)) {
      const { used, most, unit } = sizeOf(message)
      yield used > most
        ? fail(message, { actual: `${used} ${unit} in one message`, expected: `at most ${most}` })
        : pass(message, `${used} ${unit} of ${most}`)
    }
  },
  explain: `sm_length of SMPP goes to 254, but a message on the air holds 140 octets with its header, or 160 septets. What is longer is refused by some centres, cut off by others, and split without a header by a third kind, so that the phone gets half a push. Cut it into segments, or hand it over as message_payload where the centre does the cutting.`,
})

function sizeOf({ pdu, octets }: SubmittedMessage) {
  const whole = pdu.shortMessage.length
  const { charset } = readSmppCoding(pdu.dataCoding)
  const isText = charset !== 'octets' && charset !== 'ucs2' && charset !== 'other'
  if (!isText) return { used: whole, most: octetsMax, unit: 'octets' }
  const header = whole - octets.length
  const used = octets.length + (header === 0 ? 0 : septetsMax - headerRoom(header))
  return { used, most: septetsMax, unit: 'septets' }
}

function headerRoom(headerOctets: number): number {
  return septetsMax - headerSeptets(headerOctets)
}
