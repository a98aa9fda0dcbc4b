import { readDataCoding } from '../../../wire/sms/data-coding.ts'
import { escapeSeptet } from '../../../wire/sms/gsm7.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { pushedParts } from '../../pushed-messages.ts'
import type { PushedPart } from '../../pushed-messages.ts'

/** Segments of texts. */
const segments = ({ evidence }: CheckContext) =>
  pushedParts(evidence).filter(
    ({ concatenation, event }) =>
      concatenation !== undefined && readDataCoding(event.dataCoding).alphabet !== 'octets',
  )

export default defineCheck({
  row: 'W49',
  level: 'must',
  clause: 'SMS-CONCATENATION',
  title: 'No segment of a text ends within a character',
  applies: (context) => segments(context).length > 0,
  absent: 'no text was sent in segments',
  *judge(context) {
    for (const part of segments(context)) {
      const actual = splitIn(part)
      yield actual === undefined
        ? pass(part.event, 'it ends with a whole character')
        : fail(part.event, { actual: `${actual} at the end of a segment`, expected: 'a whole one' })
    }
  },
  explain: `The characters ~ [ ] { } | ^ \\ and the euro sign are two septets in the GSM alphabet, and some letters are four octets in UCS-2. Where a segment ends between them, many phones show a blank and a wrong letter, and a link with a tilde leads nowhere. Look at the last septet of each segment, and leave an escape to the next one.`,
})

function splitIn({ event, octets, concatenation }: PushedPart): string | undefined {
  if (concatenation?.sequence === concatenation?.total) return undefined
  if (readDataCoding(event.dataCoding).alphabet === 'ucs2') {
    if (octets.length % 2 === 1) return 'half a character of UCS-2'
    return ((octets.at(-2) ?? 0) & 0xfc) === 0xd8 ? 'half a pair of surrogates' : undefined
  }
  let escapes = 0
  while (octets.at(-1 - escapes) === escapeSeptet) escapes += 1
  return escapes % 2 === 1 ? 'an escape' : undefined
}
