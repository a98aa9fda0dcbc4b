import { escapeText } from '../../../wire/escape.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import { parseMediaType } from '../../../wire/media-types.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { NativePackageEvidence } from '../../native-packages.ts'

const symbian = 'application/vnd.symbian.install'
const right = {
  sis: [symbian],
  sisx: ['x-epoc/x-sisx-app', symbian],
  cab: ['application/vnd.ms-cab-compressed', 'application/cab', 'application/x-cab-compressed'],
} as const satisfies Readonly<Record<string, readonly string[]>>

function typesFor({ view }: NativePackageEvidence): readonly string[] {
  return right[view.format === 'broken' ? view.looksLike : view.format]
}

export default defineCheck({
  row: 'N32',
  level: 'should',
  clause: 'NATIVE-MEDIA-TYPE',
  title: 'A native package is labelled as what it is, without parameters',
  applies: ({ evidence }) => evidence.nativePackages.length > 0,
  absent: 'no native package was sent',
  *judge({ evidence }) {
    for (const found of evidence.nativePackages) {
      const label = headerValue(found.response.headers, 'Content-Type')
      const type = label === undefined ? undefined : parseMediaType(label)
      const types = typesFor(found)
      const isRight =
        type !== undefined && types.includes(type.essence) && type.parameters.length === 0
      yield isRight
        ? pass(found, `labelled ${type.essence}`)
        : fail(found, {
            actual:
              label === undefined ? 'no Content-Type' : `Content-Type "${escapeText(label, 80)}"`,
            expected: types.join(' or '),
          })
    }
  },
  explain: `The installer of S60 starts by itself for its own types; with application/octet-stream it depends on the name, and on UIQ it is a gamble. Map .sis and .sisx (x-epoc/x-sisx-app for packages of Symbian OS 9, application/vnd.symbian.install for older ones) and .cab in the web server.`,
})
