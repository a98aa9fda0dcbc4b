/** The suites the reference offers, packed once per process. */
import type { Fault } from './fault.ts'
import { buildSuite } from './suite-builder.ts'
import type { SuiteSpec } from './suite-builder.ts'

/** Just below the 64 KB that every JTWI phone takes. */
export const demoSuite: SuiteSpec = {
  name: 'Demo',
  version: '1.0.0',
  vendor: 'Acme',
  midlets: [{ name: 'Demo', icon: '/icon.png', className: 'acme.Demo' }],
  profile: 'MIDP-2.0',
  configuration: 'CLDC-1.0',
  paddingBytes: 60_000,
}

/** Other versions of it. */
export const updatedSuite: SuiteSpec = { ...demoSuite, version: '1.1.0' }
export const outdatedSuite: SuiteSpec = { ...demoSuite, version: '0.9.0' }

export const pushSuite: SuiteSpec = {
  ...demoSuite,
  name: 'Listener',
  midlets: [{ name: 'Listener', icon: '/icon.png', className: 'acme.Listener' }],
  push: ['socket://:7101, acme.Listener, *'],
  paddingBytes: 10_000,
}

/** Wants the port of the listener, too. */
export const rivalSuite: SuiteSpec = {
  ...pushSuite,
  name: 'Rival',
  midlets: [{ name: 'Rival', icon: '/icon.png', className: 'acme.Rival' }],
  push: ['socket://:7101, acme.Rival, *'],
}

export const signedSuite: SuiteSpec = {
  ...demoSuite,
  name: 'Vault',
  midlets: [{ name: 'Vault', icon: '/icon.png', className: 'acme.Vault' }],
  attributes: [
    ['MIDlet-Permissions', 'javax.microedition.io.Connector.https'],
    ['MIDlet-Permissions-Opt', 'javax.microedition.pim.ContactList.read'],
  ],
  paddingBytes: 10_000,
}

/** Asks for what only suites of the manufacturer or the operator get. */
export const greedySuite: SuiteSpec = {
  ...signedSuite,
  name: 'Greedy',
  midlets: [{ name: 'Greedy', icon: '/icon.png', className: 'acme.Greedy' }],
  attributes: [['MIDlet-Permissions', 'javax.microedition.apdu.sat']],
}

export const signedPushSuite: SuiteSpec = {
  ...signedSuite,
  name: 'Sentry',
  midlets: [{ name: 'Sentry', icon: '/icon.png', className: 'acme.Sentry' }],
  push: ['sms://:7102, acme.Sentry, *'],
  attributes: [
    [
      'MIDlet-Permissions',
      'javax.microedition.io.PushRegistry, javax.microedition.io.Connector.sms, javax.wireless.messaging.sms.receive',
    ],
  ],
}

const packed = new WeakMap<SuiteSpec, Uint8Array>()
const packedByFault = new WeakMap<Fault, WeakMap<SuiteSpec, Uint8Array>>()

/** The suite as the fault leaves it. */
export function shapeSuite(spec: SuiteSpec, fault: Fault | undefined): SuiteSpec {
  return fault?.suite?.(spec) ?? spec
}

/** The fault is asked each time, whatever is packed already. @returns octets that nobody may change */
export function packSuite(spec: SuiteSpec, fault: Fault | undefined): Uint8Array {
  const shaped = shapeSuite(spec, fault)
  const known = fault === undefined || shaped === spec ? packed : packedBy(fault)
  const octets = known.get(spec) ?? buildSuite(shaped).jar
  known.set(spec, octets)
  return octets
}

function packedBy(fault: Fault): WeakMap<SuiteSpec, Uint8Array> {
  const known = packedByFault.get(fault) ?? new WeakMap<SuiteSpec, Uint8Array>()
  packedByFault.set(fault, known)
  return known
}
