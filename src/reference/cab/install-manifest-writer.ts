/** Writes `.000` files: a header of 100 octets, texts, and six sections (libmspack, `wince_cab_format`). */
import { OctetWriter } from '../../wire/octets.ts'
import type { InstallCabSpec, NumberedFile, RegistrySpec } from './install-cab-spec.ts'

const headerBytes = 100
const roots = { HKCR: 1, HKCU: 2, HKLM: 3, HKU: 4 } as const
const types = { string: 0, number: 0x10001 } as const

/** Numbers given to texts as they come, from 1 on. */
class Numbers {
  readonly texts: string[] = []

  of(text: string): number {
    const place = this.texts.indexOf(text)
    return place === -1 ? this.texts.push(text) : place + 1
  }
}

export function writeInstallManifest(
  spec: InstallCabSpec,
  files: readonly NumberedFile[],
): Uint8Array {
  const strings = new Numbers()
  const folders = new Numbers()
  const hives = new Numbers()
  folders.of(spec.installFolder)
  for (const { folder = spec.installFolder } of files) folders.of(folder)
  for (const { root, key } of spec.registry ?? []) hives.of(`${root}\\${key}`)
  const folderSection = join(folders.texts.map((path, at) => writeFolder(path, at + 1, strings)))
  const fileSection = join(files.map((file) => writeFile(file, spec, folders)))
  const hiveSection = join(hives.texts.map((path, at) => writeHive(path, at + 1, strings)))
  const values = spec.registry ?? []
  const valueSection = join(values.map((value, at) => writeValue(value, at + 1, hives)))
  const links = spec.links ?? []
  const linkSection = join(
    links.map((link, at) => {
      const target = files.find(({ name }) => name === link.to)?.number ?? 0
      return writeLink({ ...link, target }, at + 1, strings)
    }),
  )
  const stringSection = join(strings.texts.map((text, at) => writeString(text, at + 1)))
  const sections = [
    { count: strings.texts.length, octets: stringSection },
    { count: folders.texts.length, octets: folderSection },
    { count: files.length, octets: fileSection },
    { count: hives.texts.length, octets: hiveSection },
    { count: values.length, octets: valueSection },
    { count: links.length, octets: linkSection },
  ]
  return writeWhole(spec, sections)
}

function writeWhole(
  spec: InstallCabSpec,
  sections: readonly { readonly count: number; readonly octets: Uint8Array }[],
): Uint8Array {
  const texts = [padded(spec.name), padded(spec.provider), writePlatforms(spec)]
  const body = [...texts, ...sections.map(({ octets }) => octets)]
  const offsets = body.map(
    (_, at) => headerBytes + body.slice(0, at).reduce((sum, part) => sum + part.length, 0),
  )
  const length = headerBytes + body.reduce((sum, part) => sum + part.length, 0)
  const writer = new OctetWriter(length)
  // Signature, 0, length, 0, 1, processor.
  writer
    .bytes(Buffer.from('MSCE'))
    .u32le(0)
    .u32le(length)
    .u32le(0)
    .u32le(1)
    .u32le(spec.architecture)
  // Lowest and highest version of the system, then of its build.
  for (const version of [spec.versionMin, spec.versionMax]) {
    const [major = 0, minor = 0] = (version ?? '0.0').split('.').map(Number)
    writer.u32le(major).u32le(minor)
  }
  writer.u32le(spec.buildMin ?? 0).u32le(spec.buildMax ?? 0)
  // Counts of the sections, then their offsets.
  for (const { count } of sections) writer.u16le(count)
  for (const offset of offsets.slice(texts.length)) writer.u32le(offset)
  // Offset and length of name, provider and unsupported platforms, then 0.
  texts.forEach((text, at) => writer.u16le(offsets[at] ?? 0).u16le(text.length))
  writer.u32le(0)
  for (const part of body) writer.bytes(part)
  return writer.toUint8Array()
}

/** Each ends in a NUL, and so does the list; nothing at all where there is none. */
function writePlatforms({ unsupportedPlatforms = [] }: InstallCabSpec): Uint8Array {
  if (unsupportedPlatforms.length === 0) return new Uint8Array(0)
  return padded(unsupportedPlatforms.map((platform) => `${platform}\0`).join(''))
}

/** Number, length, text. */
function writeString(text: string, id: number): Uint8Array {
  const octets = padded(text)
  return new OctetWriter().u16le(id).u16le(octets.length).bytes(octets).toUint8Array()
}

/** Length in octets, numbers of strings, 0. */
function writePath(writer: OctetWriter, path: string, strings: Numbers): OctetWriter {
  const steps = [...path.split('\\').map((step) => strings.of(step)), 0]
  writer.u16le(steps.length * 2)
  for (const step of steps) writer.u16le(step)
  return writer
}

function writeFolder(path: string, id: number, strings: Numbers): Uint8Array {
  return writePath(new OctetWriter().u16le(id), path, strings).toUint8Array()
}

/** Number, folder, number again, flags, length of the name, name. */
function writeFile(file: NumberedFile, spec: InstallCabSpec, folders: Numbers): Uint8Array {
  const name = padded(file.name)
  const folder = folders.of(file.folder ?? spec.installFolder)
  const writer = new OctetWriter().u16le(file.number).u16le(folder).u16le(file.number).u32le(0)
  return writer.u16le(name.length).bytes(name).toUint8Array()
}

/** Number, root, 0, path. */
function writeHive(path: string, id: number, strings: Numbers): Uint8Array {
  const [root = '', ...key] = path.split('\\')
  const number = Object.entries(roots).find(([name]) => name === root)?.[1] ?? 0
  const writer = new OctetWriter().u16le(id).u16le(number).u16le(0)
  return writePath(writer, key.join('\\'), strings).toUint8Array()
}

/** Number, hive, whether to replace `%…%`, type, length, name, NUL, value. */
function writeValue({ root, key, name, value }: RegistrySpec, id: number, hives: Numbers) {
  const [type, datum] = writeDatum(value)
  const writer = new OctetWriter()
    .u16le(id)
    .u16le(hives.of(`${root}\\${key}`))
    .u16le(0)
    .u32le(type)
  const octets = Uint8Array.of(...Buffer.from(`${name}\0`, 'latin1'), ...datum)
  return writer.u16le(octets.length).bytes(octets).toUint8Array()
}

function writeDatum(value: RegistrySpec['value']): readonly [type: number, datum: Uint8Array] {
  if (typeof value === 'number') {
    return [types.number, new OctetWriter().u32le(value).toUint8Array()]
  }
  return [types.string, Buffer.from(`${value}\0`, 'latin1')]
}

/** Number, 0, number of `%CEn%` of its folder, target, 1 for a file, path. */
function writeLink(
  { name, base, target }: { readonly name: string; readonly base: number; readonly target: number },
  id: number,
  strings: Numbers,
): Uint8Array {
  const writer = new OctetWriter().u16le(id).u16le(0).u16le(base).u16le(target).u16le(1)
  return writePath(writer, name, strings).toUint8Array()
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts))
}

/** A text in Latin-1 that ends in a NUL and is filled up with more of them to a multiple of four octets. */
export function padded(text: string): Uint8Array {
  const octets = Buffer.from(`${text}\0`, 'latin1')
  return Uint8Array.of(...octets, ...new Uint8Array((4 - (octets.length % 4)) % 4))
}
