import type { PackageExamination } from '../rules/integrity.ts'
import { defineQuirk } from '../behaviour.ts'
import { valueInEither } from '../rules/integrity.ts'
import { withExamination } from '../rules/examination.ts'

const signedPermissions: PackageExamination = {
  name: 'permissions of a signed suite',
  examine: (draft) =>
    draft.signer === undefined && valueInEither(draft, 'MIDlet-Permissions') !== undefined
      ? { code: 910, reason: 'an unsigned suite lists permissions' }
      : undefined,
}

export default defineQuirk({
  title: 'Refuses an unsigned suite that lists permissions.',
  source: 'Will Perone, Code 909 (2007): handsets at Sprint',
  apply: (base) => ({
    ...base,
    packageOrder: withExamination(base.packageOrder, signedPermissions),
  }),
})
