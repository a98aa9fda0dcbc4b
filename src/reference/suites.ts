/** The suites the reference offers, packed once per process. */
import { strToU8, zipSync } from 'fflate'
import type { Fault } from './fault.ts'

export interface SuiteSpec {
  readonly name: string
  readonly version: string
  readonly vendor: string
  readonly midlets: readonly {
    readonly name: string
    readonly icon?: string
    readonly className: string
  }[]
  readonly profile: string
  readonly configuration: string
  readonly push?: readonly string[]
}

export const demoSuite: SuiteSpec = {
  name: 'Demo',
  version: '1.0.0',
  vendor: 'Acme',
  midlets: [{ name: 'Demo', icon: '/icon.png', className: 'acme.Demo' }],
  profile: 'MIDP-2.0',
  configuration: 'CLDC-1.0',
}

export const pushSuite: SuiteSpec = {
  ...demoSuite,
  name: 'Listener',
  push: ['socket://:7101, acme.Demo, *'],
}

const packed = new WeakMap<SuiteSpec, Map<Fault | undefined, Uint8Array>>()

/** The suite as the fault leaves it. */
export function shapeSuite(spec: SuiteSpec, fault: Fault | undefined): SuiteSpec {
  return fault?.suite?.(spec) ?? spec
}

export function packSuite(spec: SuiteSpec, fault: Fault | undefined): Uint8Array {
  const key = fault?.suite === undefined ? undefined : fault
  const known = packed.get(spec) ?? new Map<Fault | undefined, Uint8Array>()
  packed.set(spec, known)
  const octets = known.get(key) ?? build(shapeSuite(spec, fault))
  known.set(key, octets)
  return octets
}

function build(spec: SuiteSpec): Uint8Array {
  const m = `Manifest-Version: 1.0\r\nMIDlet-Name: ${spec.name}\r\nMIDlet-Version: ${spec.version}\r\nMIDlet-Vendor: ${spec.vendor}\r\nMIDlet-1: Demo, /icon.png, acme.Demo\r\nMicroEdition-Profile: MIDP-2.0\r\nMicroEdition-Configuration: CLDC-1.0\r\n\r\n`
  return zipSync(
    {
      'META-INF/MANIFEST.MF': strToU8(m),
      'icon.png': new Uint8Array([1]),
      'acme/Demo.class': new Uint8Array(10),
      'data.bin': [new Uint8Array(60_000), { level: 0 }],
    },
    { mtime: '2000-01-01T00:00:00' },
  )
}
