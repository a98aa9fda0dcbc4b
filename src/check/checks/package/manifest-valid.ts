import { defineCheck, fail, pass } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { attributeValue } from '../../../wire/attributes.ts'
import { parseVersion } from '../../../wire/version.ts'

export default defineCheck({
  row: 'S37',
  level: 'must',
  clause: 'MIDP2-OTA-JAR-09',
  title: 'The manifest is well-formed and has name, version and vendor',
  applies: ({ evidence }) => evidence.packages.some(({ jar }) => jar.manifest !== undefined),
  absent: 'no package with a manifest was sent',
  *judge(context) {
    for (const found of context.evidence.packages) {
      const { manifest, readable } = found.jar
      if (manifest === undefined || !readable) continue
      const broken = manifest.deviations.find(({ tolerated }) => !tolerated)
      const missing = ['MIDlet-Name', 'MIDlet-Version', 'MIDlet-Vendor'].filter(
        (name) => !attributeValue(manifest.main, name),
      )
      const version = attributeValue(manifest.main, 'MIDlet-Version') ?? ''
      if (!manifest.wellFormed && broken !== undefined) {
        yield fail(found, {
          actual: `${broken.rule} in line ${broken.line} of the manifest: "${broken.found}"`,
          expected: 'lines of the form name, colon, blank, value',
        })
      } else if (missing.length > 0) {
        yield fail(found, {
          actual: `manifest without ${missing.join(', ')}`,
          expected: 'name, version and vendor',
        })
      } else if (parseVersion(version) === undefined) {
        yield fail(found, {
          actual: `MIDlet-Version "${escapeText(version, 40)}" in the manifest`,
          expected: 'N.N or N.N.N, each 0 to 99',
        })
      } else yield pass(found, `${manifest.main.length} attributes in the manifest`)
    }
  },
  explain: `A manifest that cannot be read, or lacks one of the three, is reported with 907. Blank lines in the middle and lines over 72 octets that were folded by hand are the usual causes. Let the build tool write it.`,
})
