/**
 * What a suite asks for against what its protection domain offers (SEC21 "Permissions", OTA2 Installation step 3). Only
 * trusted suites ask: of an unsigned one the attributes count for nothing. It has what every suite has, which is not listed.
 */
import { trimBlanks } from '../../wire/trim.ts'
import { escapeText } from '../../wire/escape.ts'
import type { Refusal } from '../behaviour.ts'
import type { Permission, Signer } from '../flash.ts'
import { everything, functionGroups } from './policy.table.ts'
import type { DomainOffer, FunctionGroup } from './policy.table.ts'

export interface PermissionsQuestion {
  readonly signer: Signer | undefined
  /** Values of `MIDlet-Permissions` and `MIDlet-Permissions-Opt`. */
  readonly critical: string | undefined
  readonly optional: string | undefined
}

export type PermissionsAnswer =
  | { readonly kind: 'granted'; readonly permissions: readonly Permission[] }
  | { readonly kind: 'refuse'; readonly refusal: Refusal }

/** Names in one list; the policy knows under fifty. */
const permissionsMax = 256

const groupOf: ReadonlyMap<string, FunctionGroup> = new Map(
  functionGroups.flatMap((group) => group.names.map((name) => [name, group] as const)),
)

export function resolvePermissions(question: PermissionsQuestion): PermissionsAnswer {
  const { signer } = question
  if (signer === undefined) return { kind: 'granted', permissions: [] }
  const critical = splitNames(question.critical)
  const optional = splitNames(question.optional)
  const refusal = refuseList(critical) ?? refuseList(optional) ?? refuseCritical(critical, signer)
  if (refusal !== undefined) return { kind: 'refuse', refusal }
  const permissions = [...new Set([...critical, ...optional])].flatMap((name) => {
    const offer = offerOf(name, signer.domain)
    return offer === undefined ? [] : [grant(name, offer)]
  })
  return { kind: 'granted', permissions }
}

function grant(name: string, { usual, highest }: DomainOffer): Permission {
  return { name, interaction: usual, highest }
}

/** Separated by commas; blanks around a name do not count (PKG21 `MIDlet-Permissions`). */
function splitNames(value: string | undefined): readonly string[] {
  return value === undefined || trimBlanks(value) === '' ? [] : value.split(',').map(trimBlanks)
}

function refuseList(names: readonly string[]): Refusal | undefined {
  if (names.length > permissionsMax) {
    return unauthorized(
      `permission limit: ${names.length} names, at most ${permissionsMax} (permissionsMax)`,
    )
  }
  return names.includes('')
    ? { ...unauthorized('permission list: one of the names is empty'), rule: 'permission list' }
    : undefined
}

function refuseCritical(names: readonly string[], { domain }: Signer): Refusal | undefined {
  for (const name of names) {
    if (!groupOf.has(name)) {
      return unauthorized(`permission unknown: this phone has no ${escapeText(name)}`)
    }
    if (offerOf(name, domain) === undefined) {
      return unauthorized(`permission not in domain: ${domain} has no ${name}`)
    }
  }
  return undefined
}

function unauthorized(reason: string): Refusal {
  return { code: 910, reason }
}

function offerOf(name: string, domain: string): DomainOffer | undefined {
  const group = groupOf.get(name)
  if (group === undefined) return undefined
  return domain === 'identified-third-party' ? group.identified : everything
}
