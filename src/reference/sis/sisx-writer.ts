/**
 * Builds packages of Symbian OS 9 and later: same spec, same octets, on every machine.
 *
 *     0  UIDs: 0x10201A7A · 0 · UID of the package     12  their checksum
 *     16 contents: controller checksum · data checksum · compressed controller · data
 *
 *     controller: info · supported options · supported languages · prerequisites · properties · install block · data index
 *     data: array of data units, this package's first, each an array of file data
 */
import { crc16 } from '../../wire/sis/crc16.ts'
import { sisxUid, uidChecksum } from '../../wire/sis/sis-header.ts'
import { pack, writeController } from './sisx-controller-writer.ts'
import type { SisxSpec } from './sisx-controller-writer.ts'
import { arrayOf, field, joined, u16, u32 } from '../../test-authority/sisx-field-writer.ts'

/**
 * @example
 * buildSisx({
 *   uid: 0xa0000001, name: 'Demo', vendor: 'Acme', version: { major: 1, minor: 0, build: 0 },
 *   targets: [{ uid: 0x101f7961 }],
 *   files: [{ target: '!:\\sys\\bin\\Demo.exe', octets, capabilities: ['NetworkServices'] }],
 * })
 */
export function buildSisx(spec: SisxSpec): Uint8Array {
  const { controller, units } = writeController(spec)
  const compressed = field('compressed', pack(field('controller', controller), true))
  const data = field(
    'data',
    arrayOf(
      'data unit',
      units.map((unit) =>
        arrayOf(
          'file data',
          unit.map((packed) => field('compressed', packed)),
        ),
      ),
    ),
  )
  const uids = joined([u32(sisxUid), u32(0), u32(spec.uid)])
  return joined([
    uids,
    u32(uidChecksum(uids)),
    field(
      'contents',
      field('controller checksum', u16(crc16(compressed))),
      field('data checksum', u16(crc16(data))),
      compressed,
      data,
    ),
  ])
}
