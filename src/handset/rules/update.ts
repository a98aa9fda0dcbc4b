/**
 * What it means to install beside what is installed already (OTA2 Suite update): a suite is known by vendor and name,
 * the user is told how the versions compare, and what is not signed never replaces what is.
 */
import { compareVersions, parseVersion } from '../../wire/version.ts'
import type { MidletVersion } from '../../wire/version.ts'
import type { Comparison, UpdateAnswer, UpdateQuestion } from '../behaviour.ts'
import type { Interaction, Permission } from '../flash.ts'

export function decideUpdate(
  { installed, offered }: UpdateQuestion,
  readVersion: (text: string) => MidletVersion | undefined = parseVersion,
): UpdateAnswer {
  if (installed === undefined) return { kind: 'fresh' }
  if (installed.signer !== undefined && !offered.signed) {
    const reason = 'unsigned over signed: the installed suite is signed, the offered one is not'
    return { kind: 'refuse', refusal: { code: 910, reason } }
  }
  const read = (text: string) => readVersion(text) ?? noVersion
  const comparison = compare(read(offered.subject.version), read(installed.subject.version))
  return { kind: 'update', comparison }
}

/** A version that is none counts as 0.0.0 (PKG21 `MIDlet-Version`). */
const noVersion: MidletVersion = { major: 0, minor: 0, micro: 0 }

function compare(offered: MidletVersion, installed: MidletVersion): Comparison {
  const order = compareVersions(offered, installed)
  if (order === 0) return 'same'
  return order > 0 ? 'newer' : 'older'
}

/** From the least to the most that a user can give. */
const givenByUsers: readonly Interaction[] = ['oneshot', 'session', 'blanket']

/**
 * What the user gave the old version holds for the new one, as far as the new one's domain lets a user give so much
 * (OTA2 Suite update). What a domain decides by itself is never carried over.
 */
export function carryPermissions(
  old: readonly Permission[],
  offered: readonly Permission[],
): readonly Permission[] {
  const given = new Map(old.map(({ name, interaction }) => [name, interaction]))
  return offered.map((permission) => {
    const before = given.get(permission.name)
    const isOffered =
      before !== undefined &&
      givenByUsers.includes(before) &&
      givenByUsers.indexOf(before) <= givenByUsers.indexOf(permission.highest)
    return isOffered ? { ...permission, interaction: before } : permission
  })
}
