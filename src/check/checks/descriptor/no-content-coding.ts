import { defineCheck, fail, pass } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import { isCoded } from '../../legible-descriptors.ts'

export default defineCheck({
  row: 'S23',
  level: 'field',
  clause: 'RFC9110-CONTENT-CODING',
  title: 'A descriptor is not compressed unless the phone asked for it',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  *judge(context) {
    for (const found of context.evidence.descriptors) {
      const coding = headerValue(found.response.headers, 'Content-Encoding')
      const isAsked = headerValue(found.exchange.request.headers, 'Accept-Encoding') !== undefined
      if (!isCoded(found)) yield pass(found, 'not compressed')
      else if (isAsked) yield pass(found, 'compressed as offered')
      else {
        yield fail(found, {
          actual: `Content-Encoding "${escapeText(coding ?? '', 40)}" that nobody asked for`,
          expected: 'none',
        })
      }
    }
  },
  explain: `Phones do not offer Accept-Encoding and do not decompress: they read the compressed octets as text and report 906. Turn compression off for descriptors, or heed the request.`,
})
