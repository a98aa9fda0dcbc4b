import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { noSignedPackage, signedPackages, signedValues } from '../../signed-suites.ts'

/** Those that every suite, signed or not, has to have equal: package/identity-equals-descriptor and its siblings see to them. */
const judgedElsewhere: readonly string[] = [
  'MIDlet-Name',
  'MIDlet-Version',
  'MIDlet-Vendor',
  'MicroEdition-Profile',
  'MicroEdition-Configuration',
]

export default defineCheck({
  row: 'S42',
  level: 'must-if',
  clause: 'MIDP2-OTA-JAR-11',
  title: 'Attributes of a signed suite have the same values in descriptor and manifest',
  applies: (context) =>
    signedPackages(context).some(({ found }) => found.jar.manifest !== undefined),
  absent: noSignedPackage,
  *judge(context) {
    for (const { found, descriptor } of signedPackages(context)) {
      if (found.jar.manifest === undefined) continue
      const manifest = signedValues(found)
      const differing = descriptor.descriptor.attributes.find(({ name, value }) => {
        const signed = manifest.get(name)
        return !judgedElsewhere.includes(name) && signed !== undefined && signed !== value
      })
      yield differing === undefined
        ? pass(found, 'what stands in both is the same')
        : fail(found, {
            actual: escapeText(`${differing.name} "${differing.value}" in the descriptor`, 100),
            expected: `"${escapeText(manifest.get(differing.name) ?? '', 80)}", as in the signed manifest`,
            cause: descriptor,
          })
    }
  },
  explain: `The descriptor is not signed, so a phone believes it only where it says the same as the signed manifest; any other value is 905. A server that rewrites descriptors leaves every attribute alone that the manifest has. Folded lines of the manifest are compared unfolded, but some phones compare the blanks around the parts of MIDlet-1.`,
})
