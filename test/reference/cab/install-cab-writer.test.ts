/** What is written, read by a rule of its own: numbers at the places where the descriptions of the formats have them. */
import { expect, test } from 'vitest'
import { writeInstallCab } from '../../../src/reference/cab/install-cab-writer.ts'
import { demo } from '../../wire/cab/cab-samples.ts'

const octets = Buffer.from(writeInstallCab(demo))
const plain = Buffer.from(writeInstallCab({ ...demo, withSetup: false }))

const textAt = (buffer: Buffer, at: number) => buffer.toString('latin1', at, buffer.indexOf(0, at))

/** Of CFFILE: length, start, folder, date, time, attributes, name. */
function filesOf(buffer: Buffer) {
  let at = buffer.readUInt32LE(0x10)
  return Array.from({ length: buffer.readUInt16LE(0x1c) }, () => {
    const name = textAt(buffer, at + 16)
    const file = {
      name,
      bytes: buffer.readUInt32LE(at),
      start: buffer.readUInt32LE(at + 4),
      folder: buffer.readUInt16LE(at + 8),
    }
    at += 17 + name.length
    return file
  })
}

/** What one folder of a stored cabinet holds: CFDATA has its lengths at 4 and 6, its data at 8. */
function folderOf(buffer: Buffer, place: number): Buffer {
  let at = buffer.readUInt32LE(place)
  const blocks = Array.from({ length: buffer.readUInt16LE(place + 4) }, () => {
    const bytes = buffer.readUInt16LE(at + 4)
    const block = buffer.subarray(at + 8, at + 8 + bytes)
    at += 8 + bytes
    return block
  })
  return Buffer.concat(blocks)
}

test('the header of a cabinet of the older kind ends at octet 36, and nothing is kept for programs', () => {
  expect(textAt(plain, 0)).toBe('MSCF')
  expect(plain.readUInt32LE(8)).toBe(plain.length)
  expect([plain.readUInt8(0x19), plain.readUInt8(0x18)]).toEqual([1, 3])
  expect([0x1a, 0x1c, 0x1e].map((at) => plain.readUInt16LE(at))).toEqual([1, 4, 0])
  expect(plain.readUInt32LE(0x10)).toBe(36 + 8)
})

test('the other kind keeps nothing in its header, and 36 octets in each folder', () => {
  expect([0x1a, 0x1c, 0x1e].map((at) => octets.readUInt16LE(at))).toEqual([2, 5, 4])
  expect(octets.readUInt16LE(36)).toBe(0)
  expect([octets.readUInt8(38), octets.readUInt8(39)]).toEqual([36, 0])
  expect(octets.readUInt32LE(0x10)).toBe(40 + 2 * (8 + 36))
})

test('its first folder repeats processor, name and provider, at places counted from the folder', () => {
  const folder = 40
  const numbers = [8, 12, 16, 20, 24].map((at) => octets.readUInt32LE(folder + at))
  expect(numbers).toEqual([2577, 28, 8, 36, 8])
  expect([textAt(octets, folder + 28), textAt(octets, folder + 36)]).toEqual(['Demo', 'Acme'])
  expect(octets.subarray(folder + 44 + 8, folder + 88)).toEqual(Buffer.alloc(36))
})

test('the file .000 comes first, numbers fall from 999 on, and _setup.xml is last', () => {
  expect(filesOf(octets).map(({ name, folder }) => [name, folder])).toEqual([
    ['0000Demo.000', 0],
    ['000setup.999', 0],
    ['DEMORE~1.002', 0],
    ['0000Demo.001', 0],
    ['_setup.xml', 1],
  ])
})

test('the file .000 has its numbers where a device looks for them', () => {
  const [first] = filesOf(octets)
  const manifest = folderOf(octets, 40).subarray(0, first?.bytes)
  expect(textAt(manifest.subarray(0, 5), 0)).toBe('MSCE')
  expect([0x08, 0x10, 0x14].map((at) => manifest.readUInt32LE(at))).toEqual([
    manifest.length,
    1,
    2577,
  ])
  const versions = [0x18, 0x1c, 0x20, 0x24, 0x28, 0x2c].map((at) => manifest.readUInt32LE(at))
  expect(versions).toEqual([4, 20, 6, 99, 0, 0xe0000000])
  const counts = [0x30, 0x32, 0x34, 0x36, 0x38, 0x3a].map((at) => manifest.readUInt16LE(at))
  // Strings %CE1%, Demo, %CE2%, Software, Acme, Demo.lnk.
  expect(counts).toEqual([6, 2, 2, 1, 2, 1])
  expect(textAt(manifest, manifest.readUInt16LE(0x54))).toBe('Demo')
  expect(textAt(manifest, manifest.readUInt16LE(0x58))).toBe('Acme')
  const [at, length] = [manifest.readUInt16LE(0x5c), manifest.readUInt16LE(0x5e)]
  expect(manifest.toString('latin1', at, at + length)).toBe('HPC\0JUPITER\0\0\0\0\0')
  expect(manifest.readUInt32LE(0x60)).toBe(0)
})

test('_setup.xml is XML with a line of its own for what it asks of the device', () => {
  const setup = folderOf(octets, 40 + 44).toString()
  const values = [...setup.matchAll(/<parm name="(\w+)" value="([^"]*)"/g)]
  expect(values.map(([, name, value]) => `${name}=${value}`)).toEqual(
    [
      'InstallPhase=install',
      'ProcessorType=2577',
      'OSVersionMin=4.20',
      'OSVersionMax=6.99',
      'BuildNumberMin=0',
      'BuildNumberMax=-536870912',
      'AppName=Acme Demo',
      String.raw`InstallDir=%CE1%\Demo`,
      'NumDirs=2',
      'NumFiles=2',
      'NumRegKeys=1',
      'NumRegVals=2',
      'NumShortcuts=1',
      'SetupDLL=000setup.999',
      'Source=0000Demo.001',
      'Source=DEMORE~1.002',
      String.raw`Source=%InstallDir%\Demo.exe`,
      'Level=7',
      '=x',
    ].filter((line) => !line.startsWith('=')),
  )
})

test('the same is written twice for the same', () => {
  expect(Buffer.compare(Buffer.from(writeInstallCab(demo)), octets)).toBe(0)
})
