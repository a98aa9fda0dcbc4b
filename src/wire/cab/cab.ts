/**
 * A cabinet read whole (Microsoft Cabinet Format): every block's checksum is verified, and what is stored or packed with
 * MSZIP is taken out. What is wrong ends in a `WireError`, what is merely odd in a note.
 */
import { WireError } from '../../errors.ts'
import { OctetReader } from '../octets.ts'
import { cabLimits } from './cab-limits.ts'
import type { CabLimits } from './cab-limits.ts'
import type { CabNote } from './cab-note.ts'
import { readBlocks, unpackBlocks } from './cabinet-blocks.ts'
import type { CabinetBlock } from './cabinet-blocks.ts'
import { readFiles, readFolders, readHeader } from './cabinet-header.ts'
import type { CabinetFile, CabinetHeader, StatedFolder } from './cabinet-header.ts'
import { noteCabinet, sortSpans } from './cabinet-notes.ts'

export interface CabinetFolder extends StatedFolder {
  readonly blocks: readonly CabinetBlock[]
  /** First octet after its last block. */
  readonly dataEnd: number
  /** Length of what it holds, as its blocks state it. */
  readonly bytes: number
}

export interface Cabinet {
  /** The whole file, as received. */
  readonly octets: Uint8Array
  readonly header: CabinetHeader
  readonly folders: readonly CabinetFolder[]
  /** In the order of the cabinet, which is the order in which they are taken out. */
  readonly files: readonly CabinetFile[]
  readonly notes: readonly CabNote[]
  /**
   * What the first file of this name holds.
   *
   * @throws WireError `cab/no-such-file`, `cab/compression` (Quantum, LZX) or `cab/part-of-a-set`
   */
  contents(name: string): Uint8Array
}

/**
 * @param octets what was received as a cabinet, whatever it is; they must not be written to afterwards
 * @throws WireError `cab/…` or `wire/…` with the octet at which it stops being one, or with the name of a limit
 * @example readCabinet(octets).contents('_setup.xml')
 */
export function readCabinet(octets: Uint8Array, limits: CabLimits = cabLimits): Cabinet {
  if (octets.length > limits.cabinetBytesMax) {
    throw overLimit('cabinetBytesMax', octets.length, limits)
  }
  const header = readHeader(new OctetReader(octets), limits)
  const cabinet = octets.subarray(0, header.bytes)
  const reader = new OctetReader(cabinet)
  reader.seek(header.reserve.headerOffset + header.reserve.header.length)
  skipNeighbours(reader, header)
  const stated = readFolders(reader, header)
  const foldersEnd = reader.offset
  const files = readFiles(reader, header)
  countBlocks(stated, limits)
  const folders = stated.map((folder) => walkFolder(cabinet, folder, header))
  const spans = sortSpans([
    { start: 0, end: foldersEnd },
    ...(files.length === 0 ? [] : [{ start: header.filesOffset, end: reader.offset }]),
    ...folders.map(({ dataOffset, dataEnd }) => ({ start: dataOffset, end: dataEnd })),
  ])
  countOctets(folders, limits)
  const held = folders.map((folder, index) => holdFolder(folder, index, files))
  checkFiles(files, folders)
  return {
    octets,
    header,
    folders,
    files,
    notes: noteCabinet({ octets, header, files, spans, blocks: folders.flatMap(blocksOf) }),
    contents: (name) => contentsOf(name, files, folders, held),
  }
}

function skipNeighbours(reader: OctetReader, { set }: CabinetHeader): void {
  for (const neighbour of [set.previous, set.next]) {
    if (neighbour === undefined) continue
    reader.untilNul()
    reader.untilNul()
  }
}

function countBlocks(folders: readonly StatedFolder[], limits: CabLimits): void {
  const count = folders.reduce((sum, { blockCount }) => sum + blockCount, 0)
  if (count > limits.blocksMax) throw overLimit('blocksMax', count, limits)
}

function walkFolder(
  cabinet: Uint8Array,
  folder: StatedFolder,
  header: CabinetHeader,
): CabinetFolder {
  const { blocks, dataEnd } = readBlocks(cabinet, folder, header)
  return { ...folder, blocks, dataEnd, bytes: blocks.reduce((sum, { bytes }) => sum + bytes, 0) }
}

function blocksOf({ blocks }: CabinetFolder): readonly CabinetBlock[] {
  return blocks
}

function countOctets(folders: readonly CabinetFolder[], limits: CabLimits): void {
  const total = folders.reduce((sum, { bytes }) => sum + bytes, 0)
  if (total > limits.totalBytesMax) throw overLimit('totalBytesMax', total, limits)
}

type Held =
  | { readonly kind: 'octets'; readonly octets: Uint8Array }
  | { readonly kind: 'absent'; readonly code: string; readonly why: string }

function holdFolder(folder: CabinetFolder, index: number, files: readonly CabinetFile[]): Held {
  const { compression, blocks, bytes } = folder
  const isPart = files.some(
    (file) => file.folder === index && (file.continued.fromPrevious || file.continued.intoNext),
  )
  if (isPart) {
    const why = 'Unexpected file that goes on in another cabinet of its set, expected all of it'
    return { kind: 'absent', code: 'cab/part-of-a-set', why }
  }
  if (compression === 'quantum' || compression === 'lzx') {
    const name = compression === 'lzx' ? 'LZX' : 'Quantum'
    const why = `Unexpected compression ${name}, expected none or MSZIP`
    return { kind: 'absent', code: 'cab/compression', why }
  }
  return { kind: 'octets', octets: unpackBlocks(blocks, compression, bytes) }
}

function checkFiles(files: readonly CabinetFile[], folders: readonly CabinetFolder[]): void {
  for (const { start, bytes, folder, continued, offset } of files) {
    const held = folders[folder]?.bytes ?? 0
    if (continued.fromPrevious || continued.intoNext || start + bytes <= held) continue
    const found = `Unexpected file of ${bytes} octets at ${start} of its folder`
    throw new WireError('cab/file-beyond-folder', `${found}, expected it within ${held}`, offset)
  }
}

function contentsOf(
  name: string,
  files: readonly CabinetFile[],
  folders: readonly CabinetFolder[],
  held: readonly Held[],
): Uint8Array {
  const file = files.find((candidate) => candidate.name === name)
  const folder = file === undefined ? undefined : held[file.folder]
  if (file === undefined || folder === undefined) {
    throw new WireError('cab/no-such-file', `Unexpected name ${name}, expected one of a file`, 0)
  }
  if (folder.kind === 'octets') return folder.octets.subarray(file.start, file.start + file.bytes)
  throw new WireError(folder.code, folder.why, folders[file.folder]?.offset ?? 0)
}

function overLimit(name: keyof CabLimits, found: number, limits: CabLimits): WireError {
  const expected = `expected at most ${limits[name]} (${name})`
  return new WireError('cab/too-large', `Unexpected ${found}, ${expected}`, 0)
}
