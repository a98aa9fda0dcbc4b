/** What a package asks for beyond what its signature gives it (securitymanager.cpp of Symbian's installer; signing-levels.table.ts). */
import { capabilities } from './capabilities.table.ts'
import type { CapabilityGroup } from './capabilities.table.ts'
import type { SisFile } from './sis-file.ts'
import { formatUid } from './sis-header.ts'
import type { SisConstraints } from './sis-constraints.ts'
import { signingLevels } from './signing-levels.table.ts'
import type { SigningLevel, SigningLevelName } from './signing-levels.table.ts'
import { rangeOf } from './uid-ranges.table.ts'

export interface Overreach {
  readonly kind: 'protected-uid' | 'capability' | 'other-phone' | 'other-package'
  /** A sentence: `Unexpected X, expected Y`. */
  readonly found: string
}

/** What the user may grant in place of a signature is no overreach: the installer asks. */
const grantedByUser: CapabilityGroup = 'user'

/**
 * @param constraints of every certificate of the chain: each of them limits it (assumed where more than one does)
 * @param imei of the phone
 */
export function findOverreach(
  { uid, files }: { readonly uid: number; readonly files: readonly SisFile[] },
  level: SigningLevelName,
  { constraints, imei }: { readonly constraints: readonly SisConstraints[]; readonly imei: string },
): readonly Overreach[] {
  const row = signingLevels.find((one) => one.level === level) ?? signingLevels[0]
  const asked = new Set(files.flatMap((file) => file.capabilities))
  return [
    ...findProtectedUid(uid, row),
    ...[...asked].flatMap((name) => findCapability(name, row, constraints)),
    ...constraints.flatMap(({ devices }) => findOtherPhone(devices, imei)),
    ...constraints.flatMap(({ packageUids }) => findOtherPackage(packageUids, uid)),
  ]
}

function findProtectedUid(uid: number, { protectedUids, level }: SigningLevel): Overreach[] {
  if (protectedUids || !rangeOf(uid).protected) return []
  const found = `Unexpected protected UID ${formatUid(uid)} of a package that is ${level}`
  return [{ kind: 'protected-uid', found: `${found}, expected one from 0x80000000 on` }]
}

function findCapability(
  name: string,
  { capabilities: groups, level }: SigningLevel,
  constraints: readonly SisConstraints[],
): Overreach[] {
  const group = capabilities.find((row) => row.name === name)?.group
  const isGiven = group !== undefined && (group === grantedByUser || groups.includes(group))
  const isLimited = constraints.some((one) => one.capabilities?.includes(name) === false)
  if (isGiven && (!isLimited || group === grantedByUser)) return []
  const what = isGiven ? 'that its certificates leave out' : `of a package that is ${level}`
  const found = `Unexpected capability ${name} ${what}`
  return [{ kind: 'capability', found: `${found}, expected one that its signature gives` }]
}

function findOtherPhone(devices: readonly string[] | undefined, imei: string): Overreach[] {
  if (devices === undefined || devices.includes(imei)) return []
  const found = `Unexpected phone ${imei}, expected one of ${devices.length} in the certificate`
  return [{ kind: 'other-phone', found }]
}

function findOtherPackage(uids: readonly number[] | undefined, uid: number): Overreach[] {
  if (uids === undefined || uids.includes(uid)) return []
  const found = `Unexpected UID ${formatUid(uid)}, expected one of ${uids.length} in the certificate`
  return [{ kind: 'other-package', found }]
}
