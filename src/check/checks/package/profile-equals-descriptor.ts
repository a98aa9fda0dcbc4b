import { defineCheck, fail, pass } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { attributeValue } from '../../../wire/attributes.ts'

const platformNames = ['MicroEdition-Profile', 'MicroEdition-Configuration'] as const

export default defineCheck({
  row: 'S40',
  level: 'must',
  clause: 'PKG21-PROFILES',
  title: 'Profile and configuration are stated, and the same in descriptor and manifest',
  applies: ({ evidence }) =>
    evidence.packages.some(({ jar }) => jar.manifest !== undefined && jar.readable),
  absent: 'no readable package was sent',
  *judge(context) {
    for (const found of context.evidence.packages) {
      const manifest = found.jar.manifest?.main
      if (manifest === undefined || !found.jar.readable) continue
      for (const name of platformNames) {
        const inManifest = attributeValue(manifest, name)
        const inDescriptor = found.descriptor?.value(name)
        if (inManifest === undefined && inDescriptor === undefined) {
          yield fail(found, {
            actual: `no ${name} anywhere`,
            expected: 'one in the descriptor or the manifest',
          })
        } else if (
          inManifest !== undefined &&
          inDescriptor !== undefined &&
          inManifest !== inDescriptor
        ) {
          yield fail(found, {
            actual: `${name} "${escapeText(inManifest, 60)}" in the manifest`,
            expected: `"${escapeText(inDescriptor, 60)}", as in the descriptor`,
          })
        } else yield pass(found, `${name} ${inManifest ?? inDescriptor}`)
      }
    }
  },
  explain: `A phone decides by the descriptor whether it can run the suite, and again by the manifest after the download: where they differ, users pay for a package that is then refused with 908. Without them anywhere it is refused with 907.`,
})
