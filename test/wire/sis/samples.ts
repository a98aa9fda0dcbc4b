/** Packages as the reference server builds them, for what reads them. */
import { buildLegacySis } from '../../../src/reference/sis/legacy-sis-writer.ts'
import type { LegacySisSpec } from '../../../src/reference/sis/legacy-sis-writer.ts'
import type { SisxSpec } from '../../../src/reference/sis/sisx-controller-writer.ts'
import { field, joined, u32, u64 } from '../../../src/test-authority/sisx-field-writer.ts'
import { buildSisx } from '../../../src/reference/sis/sisx-writer.ts'
import { readSis } from '../../../src/wire/sis/sis.ts'

export const words = (text: string) => new TextEncoder().encode(text)

export const demo: SisxSpec = {
  uid: 0xa0000001,
  name: 'Demo',
  names: ['Demo', 'Démo'],
  vendor: 'Acme',
  version: { major: 1, minor: 2, build: 345 },
  created: '2008-02-29T23:59:58',
  languages: [1, 2],
  flags: 1,
  targets: [
    { uid: 0x101f7961, name: 'S60 3rd' },
    {
      uid: 0x1028315f,
      from: { major: 1, minor: 0, build: 0 },
      to: { major: 2, minor: -1, build: -1 },
    },
  ],
  dependencies: [{ uid: 0x10281f23, from: { major: 1, minor: 5, build: 0 }, name: 'Runtime' }],
  files: [
    {
      target: '!:\\sys\\bin\\Demo.exe',
      octets: words('an executable, an executable, an executable'),
      capabilities: ['NetworkServices', 'UserEnvironment', 'TCB'],
    },
    { target: '', octets: words('Terms'), does: 'text', options: 0x800, stored: true },
    { target: '!:\\private\\a0000001\\state', octets: words(''), does: 'later' },
  ],
  embedded: [
    {
      uid: 0xa0000002,
      name: 'Part',
      vendor: 'Acme',
      version: { major: 1, minor: 0, build: 0 },
      files: [{ target: 'c:\\data\\part.txt', octets: words('part') }],
    },
  ],
}

export const legacyDemo: LegacySisSpec = {
  uid: 0x10008565,
  name: 'Demo',
  version: { major: 1, minor: 1, build: 2 },
  languages: [1, 2],
  requisites: [{ uid: 0x101f7960, name: 'S60 2nd' }],
  files: [
    { target: '', octets: words('Terms'), does: 'text', details: 2 },
    {
      target: '!:\\system\\apps\\Demo\\Demo.app',
      octets: words('an application, an application'),
      mediaType: 'application/x-demo',
    },
    { target: '!:\\system\\apps\\Demo\\state', octets: words(''), does: 'later' },
  ],
}

export const demoSisx = buildSisx(demo)
export const demoSis = buildLegacySis(legacyDemo)

/** The same, with nothing compressed, so that changes of octets reach what is read. */
export const openSisx = withoutCompression({
  ...demo,
  files: demo.files.map((file) => ({ ...file, stored: true })),
})
export const openSis = buildLegacySis({ ...legacyDemo, stored: true })

function withoutCompression(spec: SisxSpec): Uint8Array {
  const octets = buildSisx(spec)
  const found = readSis(octets)
  const { controller } = found.format === 'sisx' ? found : { controller: new Uint8Array() }
  return withController(octets, joined([u32(0), u64(controller.length), controller]))
}

/**
 * A package with another controller, and without checksums.
 *
 * @param packed algorithm, length without compression, octets
 */
export function withController(octets: Uint8Array, packed: Uint8Array): Uint8Array {
  const view = new DataView(octets.buffer, octets.byteOffset)
  const compressedAt = 16 + 8 + 24
  const dataAt = compressedAt + 8 + Math.ceil(view.getUint32(compressedAt + 4, true) / 4) * 4
  return joined([
    octets.subarray(0, 16),
    field('contents', field('compressed', packed), octets.subarray(dataAt)),
  ])
}
