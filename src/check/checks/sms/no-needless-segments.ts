import { readDataCoding } from '../../../wire/sms/data-coding.ts'
import { splitUserData } from '../../../wire/sms/segments.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { pushedMessages } from '../../pushed-messages.ts'
import type { PushedMessage } from '../../pushed-messages.ts'

/** Made by the target itself, and not by a gateway. */
const made = ({ bearer, parts }: PushedMessage) => bearer !== 'ppg' && parts.length > 1

export default defineCheck({
  row: 'W06',
  level: 'field',
  clause: 'SMS-FEW-SEGMENTS',
  title: 'A message has no more segments than it needs',
  applies: ({ evidence }) => pushedMessages(evidence).some(made),
  absent: 'no message was sent in segments',
  *judge({ evidence }) {
    for (const message of pushedMessages(evidence).filter(made)) {
      const needed = segmentsNeeded(message)
      const { length } = message.parts
      yield length > needed
        ? fail(message, { actual: `${length} segments`, expected: `${needed}` })
        : pass(message, `${length} segments, as many as it needs`)
    }
  },
  explain: `Each segment is a message of its own to the network: it is paid for, it waits, and it can be lost, and then all the others were for nothing. Some phones hold only few segments at a time. Fill each segment to its last octet before the next is begun, and send one message where one is enough.`,
})

function segmentsNeeded({ parts, octets }: PushedMessage): number {
  const [first] = parts
  if (first?.concatenation === undefined) return 1
  const { alphabet } = readDataCoding(first.event.dataCoding)
  const elements = first.elements.filter(({ kind }) => kind !== 'concatenation')
  const { referenceBits, reference } = first.concatenation
  return splitUserData({ alphabet, elements, octets }, { referenceBits, reference }).length
}
