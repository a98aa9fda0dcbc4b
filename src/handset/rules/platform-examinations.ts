/**
 * Profile and configuration looked at only once the package is there, one after the other and in whichever of descriptor
 * and manifest states them; the runtime environment likewise.
 */
import { splitProfiles } from '../../wire/attributes.ts'
import { escapeText } from '../../wire/escape.ts'
import type { Profile } from '../../profile/profile.ts'
import { invalidJar, valueInEither } from './integrity.ts'
import type { PackageExamination } from './integrity.ts'

export const configurationOfEither = statedAndImplemented(
  'MicroEdition-Configuration',
  ({ configurations }) => configurations,
)

export const profileOfEither = statedAndImplemented(
  'MicroEdition-Profile',
  ({ midpProfiles }) => midpProfiles,
)

function statedAndImplemented(
  attribute: string,
  implemented: (profile: Profile) => readonly string[],
): PackageExamination {
  return {
    name: `${attribute} of either`,
    examine(draft) {
      const wanted = splitProfiles(valueInEither(draft, attribute) ?? '')
      if (wanted.length === 0) return invalidJar(`${attribute} stands nowhere`)
      const missing = wanted.find((name) => !implemented(draft.profile).includes(name))
      return missing === undefined
        ? undefined
        : {
            code: 908,
            reason: `${attribute} is "${escapeText(missing, 60)}", which this phone has not`,
          }
    },
  }
}

export const runtimeEnvironmentOfEither: PackageExamination = {
  name: 'runtime environment of either',
  examine(draft) {
    const environment = valueInEither(draft, 'Runtime-Execution-Environment') ?? ''
    return environment === '' || environment === 'MIDP.CLDC'
      ? undefined
      : {
          code: 908,
          reason: `Runtime-Execution-Environment is "${escapeText(environment, 60)}", not MIDP.CLDC`,
        }
  },
}
