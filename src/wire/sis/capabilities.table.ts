/**
 * The capabilities of Symbian's platform security, by their bit (e32capability.h of Symbian's kernel, `TCapability`), and who
 * grants them: the user at installation, a signature of the Symbian Signed programme, or only the phone's manufacturer
 * (Symbian Signed, capability groups; swipolicy.ini `UserCapabilities`).
 */
export type CapabilityGroup = 'user' | 'system' | 'manufacturer'

export interface Capability {
  readonly bit: number
  readonly name: string
  readonly group: CapabilityGroup
}

export const capabilities = [
  { bit: 0, name: 'TCB', group: 'manufacturer' },
  { bit: 1, name: 'CommDD', group: 'system' },
  { bit: 2, name: 'PowerMgmt', group: 'system' },
  { bit: 3, name: 'MultimediaDD', group: 'system' },
  { bit: 4, name: 'ReadDeviceData', group: 'system' },
  { bit: 5, name: 'WriteDeviceData', group: 'system' },
  { bit: 6, name: 'DRM', group: 'manufacturer' },
  { bit: 7, name: 'TrustedUI', group: 'system' },
  { bit: 8, name: 'ProtServ', group: 'system' },
  { bit: 9, name: 'DiskAdmin', group: 'system' },
  { bit: 10, name: 'NetworkControl', group: 'system' },
  { bit: 11, name: 'AllFiles', group: 'manufacturer' },
  { bit: 12, name: 'SwEvent', group: 'system' },
  { bit: 13, name: 'NetworkServices', group: 'user' },
  { bit: 14, name: 'LocalServices', group: 'user' },
  { bit: 15, name: 'ReadUserData', group: 'user' },
  { bit: 16, name: 'WriteUserData', group: 'user' },
  { bit: 17, name: 'Location', group: 'user' },
  { bit: 18, name: 'SurroundingsDD', group: 'system' },
  { bit: 19, name: 'UserEnvironment', group: 'user' },
] as const satisfies readonly Capability[]

export type CapabilityName = (typeof capabilities)[number]['name']
