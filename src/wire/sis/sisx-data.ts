/**
 * The files of a SISX package: where each is, and whether it is what the controller says (installmachine.cpp of Symbian's
 * installer, which compares the SHA-1 of each file it copies).
 */
import { hash } from 'node:crypto'
import { WireError } from '../../errors.ts'
import { unpack } from './packed-octets.ts'
import type { PackedOctets } from './packed-octets.ts'
import { sisxRun } from './sis-run.ts'
import type { SisFile, SisFileUse } from './sis-file.ts'
import type { SisNoteRule } from './sis-note.ts'
import type { SisxController } from './sisx-controller.ts'
import type { FieldReader, FieldReading } from './sisx-field.ts'
import type { SisxFileDescription } from './sisx-file.ts'
import type { SisxInstallBlock } from './sisx-install-block.ts'

/** Of each data unit its files. */
export type SisxData = readonly (readonly PackedOctets[])[]

/** Data · array of data units · each an array of file data · each a compressed field */
export function takeData(contents: FieldReader): SisxData {
  return contents
    .take('data')
    .list('data unit', (unit) =>
      unit.list('file data', (file) => readPacked(file.take('compressed'))),
    )
}

/** Algorithm u32 · length without compression u64 · octets */
export function readPacked(field: FieldReader): PackedOctets {
  const algorithm = field.u32('Compression')
  const bytes = field.u64('Length without compression')
  const packed = { start: field.offset, end: field.place.end, algorithm, bytes }
  const { reading } = field
  reading.annotate?.(packed.start, field.whole.end, `${packed.end - packed.start} octets of it`)
  return packed
}

const uses: ReadonlyMap<number, SisFileUse> = new Map([
  [1, 'install'],
  [2, 'run'],
  [4, 'text'],
  [8, 'later'],
])

interface Owned {
  readonly description: SisxFileDescription
  readonly conditional: boolean
  readonly owner: SisxController
}

/** Every file of a package and of those within it, each compared with its hash. */
export function readFiles(
  controller: SisxController,
  data: SisxData,
  reading: FieldReading,
): readonly SisFile[] {
  const hashes = new Hashes(reading)
  return ownedBy(controller, controller.block, false).map((owned) => {
    const { description, conditional, owner } = owned
    const { target, mediaType, options, capabilities, bytes } = description
    const packed = data[owner.dataIndex]?.[description.index]
    const does = uses.get(description.operation)
    const runs = does === 'run' ? sisxRun(options) : undefined
    const held = does !== 'later' && !isPreinstalled(owner)
    if (held) compare(owned, packed, hashes)
    return {
      target,
      mediaType,
      does,
      options,
      ...(runs === undefined ? {} : { runs }),
      capabilities,
      bytes,
      conditional,
      owner: owner.uid,
      contents: held ? packed : undefined,
    }
  })
}

/** Its files are on the memory card already. */
function isPreinstalled({ type }: SisxController): boolean {
  return type === 'preinstalled' || type === 'preinstalled-patch'
}

/** Blocks and packages were read with a maximal depth, so this ends. */
function ownedBy(
  owner: SisxController,
  block: SisxInstallBlock<SisxController>,
  conditional: boolean,
): readonly Owned[] {
  return [
    ...block.files.map((description) => ({ description, conditional, owner })),
    ...block.embedded.flatMap((inner) => ownedBy(inner, inner.block, conditional)),
    ...block.conditions.flat().flatMap((branch) => ownedBy(owner, branch.block, true)),
  ]
}

const sha1 = 1

function compare(
  { description, owner }: Owned,
  packed: PackedOctets | undefined,
  hashes: Hashes,
): void {
  const { target, hash: stated, bytes, index } = description
  const offset = packed?.start ?? 0
  const note = (rule: SisNoteRule, found: string, blocking: boolean) =>
    hashes.reading.note({ rule, file: target, offset, found, blocking })
  if (packed === undefined) {
    const found = `Unexpected index ${index} in data unit ${owner.dataIndex}, expected that of a file`
    note('file-data', found, true)
    return
  }
  if (packed.bytes !== bytes) {
    note('file-length', `Unexpected ${packed.bytes} octets, expected ${bytes}`, false)
  }
  if (stated.algorithm !== sha1) {
    note('digest', `Unexpected hash algorithm ${stated.algorithm}, expected 1 (SHA-1)`, true)
    return
  }
  const right = hashes.of(packed)
  if (right instanceof WireError) {
    note('file-data', right.message, true)
    return
  }
  const found = hex(stated.octets)
  if (found !== right) note('file-hash', `Unexpected SHA-1 ${found}, expected ${right}`, true)
}

function hex(octets: Uint8Array): string {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength).toString('hex')
}

/** Each file is unpacked once, however many descriptions name it, and kept no longer than it takes. */
class Hashes {
  readonly reading: FieldReading
  readonly #known = new Map<PackedOctets, string | WireError>()
  #totalBytes = 0

  constructor(reading: FieldReading) {
    this.reading = reading
  }

  /** @throws WireError `sis/bomb` */
  of(packed: PackedOctets): string | WireError {
    const known = this.#known.get(packed) ?? this.#reckon(packed)
    this.#known.set(packed, known)
    return known
  }

  #reckon(packed: PackedOctets): string | WireError {
    const { octets, limits } = this.reading
    const { fileBytesMax, totalBytesMax } = limits
    this.#totalBytes += packed.bytes
    if (this.#totalBytes > totalBytesMax) {
      const found = `Unexpected files of ${this.#totalBytes} octets`
      const expected = `expected at most ${totalBytesMax} (totalBytesMax)`
      throw new WireError('sis/bomb', `${found}, ${expected}`, packed.start)
    }
    try {
      return hash('sha1', unpack(octets, packed, { name: 'fileBytesMax', bytes: fileBytesMax }))
    } catch (error) {
      if (!(error instanceof WireError) || error.code === 'sis/bomb') throw error
      return error
    }
  }
}
