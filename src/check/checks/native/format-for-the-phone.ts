import { defineCheck, fail, pass } from '../../check.ts'
import { chosenPackages, formatFor } from '../../native-links.ts'
import type { NativePackageEvidence } from '../../native-packages.ts'

const names = {
  sis: 'a package for Symbian OS up to 8',
  sisx: 'a package for Symbian OS since 9',
  cab: 'a cabinet for Windows Mobile',
} as const

function formatOf({ view }: NativePackageEvidence) {
  return view.format === 'broken' ? view.looksLike : view.format
}

export default defineCheck({
  row: 'N10',
  level: 'must',
  clause: 'NATIVE-FORMAT',
  title: 'A phone gets the package format of its platform',
  applies: (context) => chosenPackages(context).length > 0,
  absent: 'no native package was sent',
  *judge(context) {
    const wanted = formatFor(context.facts)
    for (const found of chosenPackages(context)) {
      const format = formatOf(found)
      if (format === wanted) yield pass(found, names[format])
      else {
        const expected = wanted === undefined ? 'a suite in Java' : names[wanted]
        yield fail(found, { actual: names[format], expected })
      }
    }
  },
  explain: `Symbian OS 9 tells older packages apart and calls them incompatible (-10270), older phones find newer packages corrupted, Windows Mobile opens nothing but cabinets, and a Java phone cannot open any of them. The user sees a message that does not say why, and the server learns nothing. Choose by the User-Agent, then by the UAProf document.`,
})
