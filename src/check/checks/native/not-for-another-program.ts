import { escapeText } from '../../../wire/escape.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import { parseMediaType } from '../../../wire/media-types.ts'
import { defineCheck, fail, pass } from '../../check.ts'

/** What phones have a program of its own for; text/* is for native/not-shown-as-text. */
const owned = /^(?:(?:image|audio|video)\/|application\/(?:x-)?(?:zip|gzip|java|pdf)\b)/

export default defineCheck({
  row: 'N32',
  level: 'must',
  clause: 'NATIVE-NOT-ZIP',
  title: 'A native package is not labelled as something that another program opens',
  applies: ({ evidence }) => evidence.nativePackages.length > 0,
  absent: 'no native package was sent',
  *judge({ evidence }) {
    for (const found of evidence.nativePackages) {
      const label = headerValue(found.response.headers, 'Content-Type') ?? ''
      const essence = parseMediaType(label)?.essence ?? ''
      yield owned.test(essence)
        ? fail(found, {
            actual: `Content-Type "${escapeText(label, 80)}"`,
            expected: 'the type of a package',
          })
        : pass(found, essence === '' ? 'no media type' : `labelled ${essence}`)
    }
  },
  explain: `The browser goes by the type where it knows it: application/zip is handed to a program for archives or is called a format that is not supported, and application/java-archive to the manager of Java applications. Content management systems that look into the first octets, or take every download for an archive, write such types. Map .sis, .sisx and .cab to the types of packages.`,
})
