import { defineCheck, fail, pass } from '../../check.ts'
import { noSignedPackage, signedPackages, signedValues } from '../../signed-suites.ts'

const names = ['MIDlet-Permissions', 'MIDlet-Permissions-Opt'] as const

export default defineCheck({
  level: 'must-if',
  clause: 'PKI21-PERMISSIONS',
  title: 'Permissions in the descriptor of a signed suite stand in its manifest, too',
  applies: (context) =>
    signedPackages(context).some(({ found }) => found.jar.manifest !== undefined),
  absent: noSignedPackage,
  *judge(context) {
    for (const { found, descriptor } of signedPackages(context)) {
      if (found.jar.manifest === undefined) continue
      const manifest = signedValues(found)
      const missing = names.find(
        (name) => descriptor.value(name) !== undefined && !manifest.has(name),
      )
      yield missing === undefined
        ? pass(found, 'no permission stands in the descriptor alone')
        : fail(found, {
            actual: `${missing} in the descriptor alone`,
            expected: 'the same in the signed manifest',
            cause: descriptor,
          })
    }
  },
  explain: `What a signed suite may do has to be under its signature, and the descriptor is not. Phones refuse a suite that asks for more in its descriptor than in its manifest, with 905. Put permissions into the manifest before signing; in the descriptor they may be left out.`,
})
