import { defineCheck, fail, pass } from '../../check.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import { escapeText } from '../../../wire/escape.ts'
import { isCoded } from '../../legible-descriptors.ts'

export default defineCheck({
  row: 'S33',
  level: 'field',
  clause: 'RFC9110-CONTENT-CODING',
  title: 'The package is not compressed a second time',
  applies: ({ evidence }) => evidence.packages.length > 0,
  absent: 'no package was sent',
  *judge(context) {
    for (const found of context.evidence.packages) {
      const coding = headerValue(found.response.headers, 'Content-Encoding')
      const isAsked = headerValue(found.exchange.request.headers, 'Accept-Encoding') !== undefined
      yield isCoded(found) && !isAsked
        ? fail(found, {
            actual: `Content-Encoding "${escapeText(coding ?? '', 40)}" that nobody asked for`,
            expected: 'none',
          })
        : pass(found, isCoded(found) ? 'compressed as the phone asked' : 'no content coding')
    }
  },
  explain: `Phones count the octets as they come and do not decompress: the size differs (904), or the archive cannot be read (907). Exclude packages from compression in the web server.`,
})
