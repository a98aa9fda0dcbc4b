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

export const pushSuite: SuiteSpec = {
  ...demoSuite,
  name: 'Listener',
  midlets: [{ name: 'Listener', icon: '/icon.png', className: 'acme.Listener' }],
  push: ['socket://:7101, acme.Listener, *'],
  paddingBytes: 10_000,
}

const packed = new WeakMap<SuiteSpec, Map<Fault | undefined, Uint8Array>>()

/** The suite as the fault leaves it. */
export function shapeSuite(spec: SuiteSpec, fault: Fault | undefined): SuiteSpec {
  return fault?.suite?.(spec) ?? spec
}

/** @returns octets that nobody may change */
export function packSuite(spec: SuiteSpec, fault: Fault | undefined): Uint8Array {
  const key = fault?.suite === undefined ? undefined : fault
  const known = packed.get(spec) ?? new Map<Fault | undefined, Uint8Array>()
  packed.set(spec, known)
  const octets = known.get(key) ?? buildSuite(shapeSuite(spec, fault)).jar
  known.set(key, octets)
  return octets
}
