import { defineCheck, fail, pass } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { numberedAttributes, parseMidletEntry } from '../../../wire/attributes.ts'
import type { PackageEvidence } from '../../evidence.ts'

/** Paths in the archive of what the MIDlets name; the descriptor's entries go before the manifest's. */
function filesOf({ descriptor, jar }: PackageEvidence): readonly string[] {
  const stated = numberedAttributes(descriptor?.descriptor.attributes ?? [], 'MIDlet-')
  const entries =
    stated.length > 0 ? stated : numberedAttributes(jar.manifest?.main ?? [], 'MIDlet-')
  return entries.flatMap(({ attribute }) => {
    const midlet = parseMidletEntry(attribute.value)
    if (midlet === undefined) return []
    const icon = midlet.icon?.replace(/^\//, '')
    const file = `${midlet.className.replaceAll('.', '/')}.class`
    return icon === undefined || icon === '' ? [file] : [file, icon]
  })
}

export default defineCheck({
  row: 'S39',
  level: 'must',
  clause: 'MIDP2-OTA-JAR-08',
  title: 'Every class and icon of a MIDlet is in the package',
  applies: ({ evidence }) => evidence.packages.some(({ jar }) => jar.readable),
  absent: 'no readable package was sent that names MIDlets',
  *judge(context) {
    for (const found of context.evidence.packages) {
      if (!found.jar.readable) continue
      const files = filesOf(found)
      if (files.length === 0) continue
      const missing = files.find((file) => !found.jar.entries.some(({ name }) => name === file))
      yield missing === undefined
        ? pass(found, `${files.length} files of MIDlets are there`)
        : fail(found, {
            actual: `package without ${escapeText(missing, 100)}`,
            expected: 'every class and icon that MIDlet-<n> names',
            ...(found.descriptor && { cause: found.descriptor }),
          })
    }
  },
  explain: `phoneME looks for each class before it installs and reports 907 when one is missing; other phones install and fail when the user starts the suite. Names are case-sensitive, and obfuscators rename what the descriptor still calls by its old name.`,
})
