import { defineCheck, fail, pass } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import { jadMediaType } from '../../../wire/media-types.ts'

export default defineCheck({
  row: 'S01',
  level: 'must',
  clause: 'MIDP2-OTA-JAD-01',
  title: 'A descriptor is labelled text/vnd.sun.j2me.app-descriptor',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  *judge(context) {
    for (const found of context.evidence.descriptors) {
      const label = headerValue(found.response.headers, 'Content-Type')
      const isRight = found.mediaType?.essence === jadMediaType
      if (isRight && !found.mediaType.blankBeforeSemicolon)
        yield pass(found, `labelled ${jadMediaType}`)
      else if (isRight) {
        yield fail(found, {
          actual: `Content-Type "${escapeText(label ?? '', 80)}" with a blank before the semicolon`,
          expected: `"${jadMediaType}" directly followed by the semicolon`,
        })
      } else {
        yield fail(found, {
          actual:
            label === undefined ? 'no Content-Type' : `Content-Type "${escapeText(label, 80)}"`,
          expected: `"${jadMediaType}"`,
        })
      }
    }
  },
  explain: `A phone knows a descriptor by its media type alone: with another one it shows the text, offers to save it or refuses it, and no installation begins. phoneME also fails when a blank stands before the semicolon of a parameter. Map the extension .jad to this type in the web server.`,
})
