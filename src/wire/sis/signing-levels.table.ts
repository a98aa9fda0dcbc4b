/**
 * What a package may ask for by who signed it, from least to most (Symbian Signed, signing options; swipolicy.ini
 * `AllowUnsigned`, `AllowGrantUserCapabilities`).
 */
import type { CapabilityGroup } from './capabilities.table.ts'

export interface SigningLevel {
  readonly level: string
  /** No phone that was sold takes it. */
  readonly installs: boolean
  readonly capabilities: readonly CapabilityGroup[]
  /** UIDs of the ranges that are protected. */
  readonly protectedUids: boolean
  /** The user is told of a risk, or that this is a developer's. */
  readonly warns: boolean
  /** For the phones alone that its certificate names. */
  readonly forNamedPhones: boolean
}

export const signingLevels = [
  {
    level: 'unsigned',
    installs: false,
    capabilities: [],
    protectedUids: false,
    warns: true,
    forNamedPhones: false,
  },
  {
    level: 'self-signed',
    installs: true,
    capabilities: ['user'],
    protectedUids: false,
    warns: true,
    forNamedPhones: false,
  },
  {
    level: 'developer',
    installs: true,
    capabilities: ['user', 'system'],
    protectedUids: true,
    warns: true,
    forNamedPhones: true,
  },
  {
    level: 'symbian-signed',
    installs: true,
    capabilities: ['user', 'system'],
    protectedUids: true,
    warns: false,
    forNamedPhones: false,
  },
  {
    level: 'manufacturer',
    installs: true,
    capabilities: ['user', 'system', 'manufacturer'],
    protectedUids: true,
    warns: false,
    forNamedPhones: false,
  },
] as const satisfies readonly SigningLevel[]

export type SigningLevelName = (typeof signingLevels)[number]['level']
