import { defineCheck, fail, pass } from '../../check.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import { escapeText } from '../../../wire/escape.ts'
import { jarMediaTypes } from '../../../wire/media-types.ts'

export default defineCheck({
  row: 'S34',
  level: 'field',
  clause: 'FIELD-JAR-MEDIA-TYPE',
  title: 'The package is labelled application/java-archive',
  applies: ({ evidence }) => evidence.packages.length > 0,
  absent: 'no package was sent',
  *judge(context) {
    for (const found of context.evidence.packages) {
      const label = headerValue(found.response.headers, 'Content-Type')
      const isRight =
        label === undefined || jarMediaTypes.some((type) => type === found.mediaType?.essence)
      yield isRight
        ? pass(found, label === undefined ? 'no media type' : `labelled ${escapeText(label, 60)}`)
        : fail(found, {
            actual: `Content-Type "${escapeText(label, 80)}"`,
            expected: jarMediaTypes.join(' or '),
          })
    }
  },
  explain: `phoneME takes application/java-archive, application/java or no label at all, and reports 907 for every other one. Map the extension .jar in the web server.`,
})
