/** The profiles and the configuration that a suite asks for, against those that a phone has. */
import { attributeValue, splitProfiles } from '../../wire/attributes.ts'
import type { Attribute } from '../../wire/attributes.ts'
import { escapeText } from '../../wire/escape.ts'
import type { Profile } from '../../profile/profile.ts'
import type { Refusal } from '../behaviour.ts'

/**
 * Every listed profile, and the configuration, must be implemented (PKG21 MicroEdition-Profile, OTA2 status table).
 *
 * @param where for the reason: `descriptor` or `package`
 */
export function refusePlatform(
  attributes: readonly Attribute[],
  profile: Profile,
  where: string,
): Refusal | undefined {
  const profiles = splitProfiles(attributeValue(attributes, 'MicroEdition-Profile') ?? '')
  const configurations = splitProfiles(
    attributeValue(attributes, 'MicroEdition-Configuration') ?? '',
  )
  const missing =
    profiles.find((name) => !profile.midpProfiles.includes(name)) ??
    configurations.find((name) => !profile.configurations.includes(name))
  if (missing === undefined) return undefined
  const asked = `"${escapeText(missing, 60)}"`
  return { code: 908, reason: `the ${where} asks for ${asked}, which this phone has not` }
}
