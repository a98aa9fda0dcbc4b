import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { NativeView } from '../../native-packages.ts'

/** What phones find out; a wrong checksum of a whole SISX package is none of it. */
function damageOf(view: NativeView): string | undefined {
  if (view.format === 'broken') return view.problem
  if (view.format === 'cab') return undefined
  return view.sis.notes.find(({ blocking }) => blocking)?.found
}

export default defineCheck({
  row: 'N18',
  level: 'must',
  clause: 'NATIVE-INTACT',
  title: 'A native package is whole and holds what it says',
  applies: ({ evidence }) => evidence.nativePackages.length > 0,
  absent: 'no native package was sent',
  *judge({ evidence }) {
    for (const found of evidence.nativePackages) {
      const damage = damageOf(found.view)
      yield damage === undefined
        ? pass(found, `${found.octets.length} octets of a readable package`)
        : fail(found, {
            actual: escapeText(damage, 160),
            expected: 'a package that can be read whole',
          })
    }
  },
  explain: `Symbian says "unable to install", Windows Mobile that it is no valid setup file, and neither tells the server. Transfers in text mode, a template engine and a compressing proxy are the usual causes.`,
})
