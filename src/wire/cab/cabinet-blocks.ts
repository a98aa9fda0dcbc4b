/**
 * The data of a folder (Microsoft Cabinet Format, CFDATA), block by block. Each: checksum 4 · length 2 · length when
 * unpacked 2 · octets kept for programs · data.
 */
import { WireError } from '../../errors.ts'
import { OctetReader } from '../octets.ts'
import type { CabinetHeader, StatedFolder } from './cabinet-header.ts'
import { unpackMszip } from './mszip.ts'

export interface CabinetBlock {
  readonly offset: number
  /** As stated, 0 where none was made. */
  readonly checksum: number
  readonly packed: Uint8Array
  readonly bytes: number
}

/** What one block may unpack to (CFDATA, cbUncomp). */
export const blockBytesMax = 32_768

/** What a block that cannot be packed may grow to: MSZIP and LZX add up to 6144 octets. */
const packedBytesMax = blockBytesMax + 6144

/**
 * The blocks of a folder, each with its checksum verified.
 *
 * @param octets of the cabinet up to its stated length
 * @throws WireError `cab/checksum`, `cab/block` or `wire/out-of-bounds`
 */
export function readBlocks(
  octets: Uint8Array,
  folder: StatedFolder,
  { reserve }: Pick<CabinetHeader, 'reserve'>,
): { readonly blocks: readonly CabinetBlock[]; readonly dataEnd: number } {
  const reader = new OctetReader(octets)
  if (folder.blockCount === 0) return { blocks: [], dataEnd: folder.dataOffset }
  reader.seek(folder.dataOffset)
  const blocks = Array.from({ length: folder.blockCount }, () => {
    const { offset } = reader
    const checksum = reader.u32le()
    const packedBytes = reader.u16le()
    const bytes = reader.u16le()
    if (packedBytes > packedBytesMax || bytes > blockBytesMax) {
      const found = `Unexpected block of ${packedBytes} octets for ${bytes}`
      const expected = `expected at most ${packedBytesMax} for ${blockBytesMax}`
      throw new WireError('cab/block', `${found}, ${expected}`, offset)
    }
    reader.skip(reserve.blockBytes)
    const packed = reader.take(packedBytes)
    if (checksum !== 0) verify(octets, { offset, checksum, packed })
    return { offset, checksum, packed, bytes }
  })
  return { blocks, dataEnd: reader.offset }
}

function verify(octets: Uint8Array, block: Omit<CabinetBlock, 'bytes'>): void {
  const { offset, packed } = block
  const lengths = octets.subarray(offset + 4, offset + 8)
  const found = (checksumOf(packed) ^ checksumOf(lengths)) >>> 0
  if (found === block.checksum) return
  const text = `Unexpected checksum ${hex(found)} of a block, expected ${hex(block.checksum)}`
  throw new WireError('cab/checksum', text, offset)
}

/** XOR of the octets as numbers of 32 bits; of the one to three at the end the first is the most significant. */
export function checksumOf(octets: Uint8Array): number {
  const words = octets.length >> 2
  const sum = new OctetReader(octets).xor32le(words)
  const rest = octets.subarray(words * 4)
  return (sum ^ rest.reduce((number, octet) => (number << 8) | octet, 0)) >>> 0
}

/**
 * Everything the blocks of one folder hold.
 *
 * @param bytes their unpacked lengths together
 * @throws WireError `cab/block` or `cab/mszip`
 */
export function unpackBlocks(
  blocks: readonly CabinetBlock[],
  compression: 'stored' | 'mszip',
  bytes: number,
): Uint8Array {
  const unpacked = new Uint8Array(bytes)
  let start = 0
  for (const block of blocks) {
    const end = start + block.bytes
    if (compression === 'mszip') {
      unpackMszip(block, unpacked.subarray(0, end), start)
    } else if (block.packed.length === block.bytes) {
      unpacked.set(block.packed, start)
    } else {
      const found = `Unexpected block of ${block.packed.length} octets that is not compressed`
      throw new WireError('cab/block', `${found}, expected ${block.bytes}`, block.offset)
    }
    start = end
  }
  return unpacked
}

function hex(value: number): string {
  return `0x${value.toString(16).padStart(8, '0')}`
}
