import { escapeText } from '../../../wire/escape.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import { parseMediaType } from '../../../wire/media-types.ts'
import { defineCheck, fail, pass } from '../../check.ts'

export default defineCheck({
  row: 'N32',
  level: 'must',
  clause: 'NATIVE-NOT-TEXT',
  title: 'A native package is not labelled as a text',
  applies: ({ evidence }) => evidence.nativePackages.length > 0,
  absent: 'no native package was sent',
  *judge({ evidence }) {
    for (const found of evidence.nativePackages) {
      const label = headerValue(found.response.headers, 'Content-Type') ?? ''
      const essence = parseMediaType(label)?.essence ?? ''
      yield essence.startsWith('text/')
        ? fail(found, {
            actual: `Content-Type "${escapeText(label, 80)}"`,
            expected: 'the type of a package',
          })
        : pass(found, essence === '' ? 'no media type' : `labelled ${essence}`)
    }
  },
  explain: `Browsers of every platform show what is called text/plain or text/html, and the user sees a page of garbage. Web servers that know no type for .sis, .sisx or .cab often fall back on text/plain.`,
})
