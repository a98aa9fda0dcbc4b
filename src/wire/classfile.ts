/**
 * What a class file says of itself and of the packages it needs (JVMS chapter 4). The file is walked to its end, so that a
 * cut-off or padded class is refused; code is not verified.
 */
import { garbage, readConstantPool } from './constant-pool.ts'
import { OctetReader } from './octets.ts'
import type { ConstantPool } from './constant-pool.ts'

export interface ClassHeader {
  /** With dots: `acme.Demo`. */
  readonly name: string
  /** Absent only for `java.lang.Object`. */
  readonly superName: string | undefined
  readonly major: number
  readonly minor: number
  /** Every package that a class of the constant pool or a descriptor is in, its own included; sorted. */
  readonly packages: readonly string[]
}

const magic = 0xcafebabe

/** Far above what MIDP's limit of 64 KiB of code per method lets a tool write. */
const classBytesMax = 4 * 1024 * 1024

/**
 * @throws WireError `wire/class-file` or `wire/out-of-bounds` with the offset where it stops being a class file
 * @see JVMS 4.1 (ClassFile), 4.4 (constant pool), 4.5 and 4.6 (fields, methods), 4.3 (descriptors)
 */
export function readClassHeader(octets: Uint8Array): ClassHeader {
  if (octets.length > classBytesMax) {
    const found = `Unexpected class of ${octets.length} octets`
    throw garbage(`${found}, expected at most ${classBytesMax} (classBytesMax)`, 0)
  }
  const reader = new OctetReader(octets)
  if (reader.u32be() !== magic) throw garbage('Unexpected octets, expected 0xCAFEBABE', 0)
  const minor = reader.u16be()
  const major = reader.u16be()
  const pool = readConstantPool(reader)
  reader.skip(2)
  const name = readClassName(reader, pool)
  const superName = readSuperName(reader, pool)
  for (let left = reader.u16be(); left > 0; left -= 1) readClassName(reader, pool)
  const descriptors = [...readMembers(reader, pool), ...readMembers(reader, pool)]
  skipAttributes(reader)
  if (reader.remaining > 0) {
    const found = `Unexpected ${reader.remaining} octets after the class, expected none`
    throw garbage(found, reader.offset)
  }
  return { name, superName, major, minor, packages: packagesOf(pool, descriptors) }
}

function readClassName(reader: OctetReader, pool: ConstantPool): string {
  const offset = reader.offset
  return withDots(pool.classNameAt(reader.u16be(), offset))
}

function readSuperName(reader: OctetReader, pool: ConstantPool): string | undefined {
  const offset = reader.offset
  const index = reader.u16be()
  return index === 0 ? undefined : withDots(pool.classNameAt(index, offset))
}

/** Descriptors of the fields or the methods: access 2 · name 2 · descriptor 2 · attributes */
function readMembers(reader: OctetReader, pool: ConstantPool): readonly string[] {
  return Array.from({ length: reader.u16be() }, () => {
    reader.skip(4)
    const offset = reader.offset
    const descriptor = pool.textAt(reader.u16be(), offset)
    skipAttributes(reader)
    return descriptor
  })
}

/** Count 2, then each: name 2 · length 4 · octets */
function skipAttributes(reader: OctetReader): void {
  for (let left = reader.u16be(); left > 0; left -= 1) {
    reader.skip(2)
    reader.skip(reader.u32be())
  }
}

function packagesOf(pool: ConstantPool, members: readonly string[]): readonly string[] {
  const constants = [...pool.constants.values()]
  const classes = constants.flatMap((constant) =>
    constant.kind === 'class' ? pool.textAt(constant.index, constant.offset) : [],
  )
  const descriptors = constants.flatMap((constant) => {
    if (constant.kind === 'name-and-type') return pool.textAt(constant.descriptor, constant.offset)
    if (constant.kind === 'method-type') return pool.textAt(constant.index, constant.offset)
    return []
  })
  const named = new Set(classes.filter((name) => !name.startsWith('[')))
  const arrays = classes.filter((name) => name.startsWith('['))
  const described = new Set([...members, ...descriptors, ...arrays])
  const names = [...named, ...[...described].flatMap(classesOfDescriptor)]
  return [...new Set(names.flatMap(packageOf))].toSorted()
}

/** JVMS 4.3.2: a class in a descriptor is `L` name `;`. One pass, since the descriptor may be made to be slow. */
function classesOfDescriptor(descriptor: string): readonly string[] {
  const names: string[] = []
  let place = descriptor.indexOf('L')
  while (place !== -1) {
    const end = descriptor.indexOf(';', place)
    if (end === -1) break
    names.push(descriptor.slice(place + 1, end))
    place = descriptor.indexOf('L', end)
  }
  return names
}

function packageOf(className: string): readonly string[] {
  const end = className.lastIndexOf('/')
  return end <= 0 ? [] : [withDots(className.slice(0, end))]
}

function withDots(name: string): string {
  return name.replaceAll('/', '.')
}
