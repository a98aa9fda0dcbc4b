import { parseVersion } from '../../../wire/version.ts'
import type { DescriptorEvidence } from '../../evidence.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { attributeValue } from '../../../wire/attributes.ts'

const identityNames = ['MIDlet-Name', 'MIDlet-Version', 'MIDlet-Vendor'] as const

export default defineCheck({
  row: 'S38',
  level: 'must',
  clause: 'MIDP2-OTA-JAR-10',
  title: 'Name, version and vendor are the same in descriptor and manifest',
  applies: ({ evidence }) =>
    evidence.packages.some(
      ({ jar, descriptor }) => jar.manifest !== undefined && descriptor !== undefined,
    ),
  absent: 'no package was sent whose descriptor is known',
  *judge(context) {
    for (const found of context.evidence.packages) {
      const { descriptor } = found
      const manifest = found.jar.manifest?.main
      if (descriptor === undefined || manifest === undefined) continue
      const differing = comparable(descriptor).find((name) => {
        const inManifest = attributeValue(manifest, name)
        const inDescriptor = descriptor.value(name)
        return inManifest !== undefined && inDescriptor !== undefined && inManifest !== inDescriptor
      })
      if (differing === undefined) {
        yield pass(found, 'name, version and vendor agree')
        continue
      }
      yield fail(found, {
        actual: `${differing} "${escapeText(attributeValue(manifest, differing) ?? '', 60)}" in the manifest`,
        expected: `"${escapeText(descriptor.value(differing) ?? '', 60)}", as in the descriptor`,
        cause: descriptor,
      })
    }
  },
  explain: `They must be identical letter by letter, after the manifest is unfolded, or the installation ends with 905. A descriptor of an earlier build, and tools that fold one of the two, are the usual causes.`,
})

/** A version off the grammar is for descriptor/version-syntax to tell. */
function comparable({ value }: DescriptorEvidence): readonly (typeof identityNames)[number][] {
  const hasVersion = parseVersion(value('MIDlet-Version') ?? '') !== undefined
  return identityNames.filter((name) => name !== 'MIDlet-Version' || hasVersion)
}
