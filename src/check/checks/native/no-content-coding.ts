import { headerValue } from '../../../wire/http-fields.ts'
import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { Judgement } from '../../check.ts'
import { packageAnswers } from '../../native-links.ts'
import type { Asked } from '../../native-links.ts'

export default defineCheck({
  row: 'N39',
  level: 'should',
  clause: 'NATIVE-NO-CODING',
  title: 'A native package is coded at most where the phone asked for it, and says so',
  applies: (context) => packageAnswers(context, 'GET').length > 0,
  absent: 'no native phone followed a link to its end',
  *judge(context) {
    for (const asked of packageAnswers(context, 'GET')) yield judgeAnswer(asked)
  },
  explain: `A download manager that did not ask for gzip stores what it gets, and the installer finds no package in it; one that did gets such a file from a cache that was not told by Vary. Packages are compressed already: leave them out of the list of what the web server compresses.`,
})

function judgeAnswer(asked: Asked): Judgement {
  const { headers, body } = asked.response
  const coding = (headerValue(headers, 'Content-Encoding') ?? 'identity').trim().toLowerCase()
  if (coding === 'identity') return pass(asked, 'as it is')
  const actual = `Content-Encoding ${escapeText(coding, 40)}`
  if (!names(headerValue(asked.request.headers, 'Accept-Encoding'), coding)) {
    return fail(asked, { actual, expected: 'none' })
  }
  if (/^(?:x-)?gzip$/.test(coding) && !isGzip(body)) {
    return fail(asked, { actual: `${actual} of octets that are none`, expected: 'none' })
  }
  const vary = headerValue(headers, 'Vary')
  return names(vary, 'accept-encoding')
    ? pass(asked, `${actual}, as asked for`)
    : fail(asked, { actual: `${actual} without Vary`, expected: 'Vary: Accept-Encoding' })
}

/** Asterisk or name in a list; a name with q=0 is unwanted (RFC 9110 section 12.4.2). */
function names(field: string | undefined, wanted: string): boolean {
  return (field ?? '')
    .toLowerCase()
    .split(',')
    .map((one) => one.split(';').map((part) => part.trim()))
    .some(
      ([name, ...parameters]) =>
        (name === wanted || name === '*') && !parameters.some((one) => /^q=0(?:\.0*)?$/.test(one)),
    )
}

function isGzip([first, second]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b
}
