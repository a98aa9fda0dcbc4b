import { headerValue } from '../../../wire/http-fields.ts'
import { ddMediaType } from '../../../wire/media-types.ts'
import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, pass } from '../../check.ts'

export default defineCheck({
  row: 'W58',
  level: 'must',
  clause: 'DLOTA-MEDIA-TYPE',
  title: 'A download descriptor is labelled application/vnd.oma.dd+xml',
  applies: ({ evidence }) => evidence.downloads.length > 0,
  absent: 'no download descriptor was sent',
  *judge({ evidence }) {
    for (const found of evidence.downloads) {
      const label = headerValue(found.response.headers, 'Content-Type')
      yield found.mediaType?.essence === ddMediaType
        ? pass(found, `Content-Type ${ddMediaType}`)
        : fail(found, {
            actual: label === undefined ? 'no Content-Type' : `"${escapeText(label, 80)}"`,
            expected: ddMediaType,
          })
    }
  },
  explain: `The download agent of a phone is started by this media type and by nothing else: with text/plain or text/xml the user sees the source of the descriptor, or is told that nothing can open it. phoneME's agent compares the label and stops. Map the extension .dd to this type in the web server.`,
})
