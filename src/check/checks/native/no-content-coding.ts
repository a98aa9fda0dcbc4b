import { headerValue } from '../../../wire/http-fields.ts'
import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { packageAnswers } from '../../native-links.ts'

export default defineCheck({
  row: 'N39',
  level: 'should',
  clause: 'NATIVE-NO-CODING',
  title: 'A native package is not coded where the phone did not ask for it',
  applies: (context) => packageAnswers(context, 'GET').length > 0,
  absent: 'no native phone followed a link to its end',
  *judge(context) {
    for (const asked of packageAnswers(context, 'GET')) {
      const coding = headerValue(asked.response.headers, 'Content-Encoding')
      const isWanted = headerValue(asked.request.headers, 'Accept-Encoding') !== undefined
      yield coding === undefined || coding === 'identity' || isWanted
        ? pass(asked, coding ?? 'as it is')
        : fail(asked, { actual: `Content-Encoding ${escapeText(coding, 40)}`, expected: 'none' })
    }
  },
  explain: `A download manager that did not ask for gzip stores what it gets, and the installer finds no package in it. Packages are compressed already: leave them out of the list of what the web server compresses.`,
})
