import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { isCoded } from '../../legible-descriptors.ts'

export default defineCheck({
  row: 'S36',
  level: 'must',
  clause: 'MIDP2-OTA-JAR-08',
  title: 'The package is an archive of which every entry can be extracted',
  applies: ({ evidence }) => evidence.packages.length > 0,
  absent: 'no package was sent',
  *judge(context) {
    for (const found of context.evidence.packages) {
      if (isCoded(found)) {
        yield inconclusive(found, 'blocked by package/no-content-coding')
        continue
      }
      const problem = found.jar.problems.find(({ blocking }) => blocking)
      if (found.jar.readable || problem === undefined) {
        yield pass(found, `${found.jar.entries.length} entries, all extracted`)
        continue
      }
      const entry = problem.entry === undefined ? '' : ` in ${escapeText(problem.entry, 60)}`
      yield fail(found, {
        actual: `${problem.rule}${entry} at octet ${problem.offset}: ${escapeText(problem.found, 80)}`,
        expected: 'a ZIP archive with META-INF/MANIFEST.MF, every entry intact',
      })
    }
  },
  explain: `Phones report 907 for an archive they cannot read, whatever broke it: a copy in text mode, an error page of a gateway that is stored in place of the file, an archive of a kind they do not know. Look at the first octets: a package begins with PK.`,
})
