import { readDataCoding } from '../../../wire/sms/data-coding.ts'
import { encodeGsm } from '../../../wire/sms/gsm7.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { ownTexts } from '../../scripted-pushes.ts'

/** Texts by their coding; data without a port is no text. */
function texts(context: CheckContext) {
  return ownTexts(context).flatMap((message) => {
    const { alphabet } = readDataCoding(message.parts[0]?.event.dataCoding ?? 0)
    return alphabet === 'octets' ? [] : [{ message, alphabet }]
  })
}

export default defineCheck({
  row: 'W48',
  level: 'should',
  clause: 'SMS-ALPHABET',
  title: 'A text is sent in UCS-2 only when it needs it',
  applies: (context) => texts(context).length > 0,
  absent: 'no text was sent',
  *judge(context) {
    for (const { message, alphabet } of texts(context)) {
      const fits = encodeGsm(message.reading.text) !== undefined
      yield fits && alphabet === 'ucs2'
        ? fail(message, {
            actual: `UCS-2 for a text of ${message.parts.length} messages`,
            expected: 'the GSM alphabet, which has all its characters',
          })
        : pass(message, `${alphabet === 'gsm' ? 'the GSM alphabet' : 'UCS-2, which it needs'}`)
    }
  },
  explain: `A message holds 160 characters of the GSM alphabet and 70 of UCS-2, so a text with a link that would have been one message becomes three, each of them paid for. Some old phones show UCS-2 as empty boxes, and take no link from it. Choose the GSM alphabet where all characters are in it, and replace a typographic quote or dash that is not.`,
})
