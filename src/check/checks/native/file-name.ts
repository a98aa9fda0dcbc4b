import { escapeText } from '../../../wire/escape.ts'
import { extensionOf, fileNameOf } from '../../../wire/file-name.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { NativePackageEvidence } from '../../native-packages.ts'

const extensions = {
  sis: ['.sis'],
  sisx: ['.sis', '.sisx'],
  cab: ['.cab'],
} as const satisfies Readonly<Record<string, readonly string[]>>

function extensionsFor({ view }: NativePackageEvidence): readonly string[] {
  return extensions[view.format === 'broken' ? view.looksLike : view.format]
}

export default defineCheck({
  row: 'N33',
  level: 'must',
  clause: 'NATIVE-FILE-NAME',
  title: 'The name of a native package ends as its platform wants it',
  applies: ({ evidence }) => evidence.nativePackages.length > 0,
  absent: 'no native package was sent',
  *judge({ evidence }) {
    for (const found of evidence.nativePackages) {
      const name = fileNameOf(found.exchange.request.url, found.response.headers) ?? ''
      const wanted = extensionsFor(found)
      const isRight =
        wanted.includes(extensionOf(name)) && /^[ -~]+$/.test(name) && !/[\\/]/.test(name)
      yield isRight
        ? pass(found, `named ${escapeText(name, 80)}`)
        : fail(found, {
            actual: `the name "${escapeText(name, 80)}"`,
            expected: `one that ends in ${wanted.join(' or ')}, in ASCII`,
          })
    }
  },
  explain: `Windows Mobile opens a download by the extension of its name and has no application for .php or for none. The name is that of Content-Disposition, else the last segment of the URL: a ticket such as /d/8fe2 needs Content-Disposition: attachment; filename="client.cab".`,
})
