/** MSZIP: the letters `CK`, then one DEFLATE stream that may refer into the 32 KiB before it (Microsoft MSZIP format). */
import { inflateRawSync } from 'node:zlib'
import { WireError } from '../../errors.ts'
import type { CabinetBlock } from './cabinet-blocks.ts'

const windowBytes = 32_768

/**
 * @param unpacked what the blocks before it hold, and room for this one
 * @param start where this one begins
 * @throws WireError `cab/mszip`
 */
export function unpackMszip(block: CabinetBlock, unpacked: Uint8Array, start: number): void {
  const { packed, offset } = block
  if (packed[0] !== 0x43 || packed[1] !== 0x4b) {
    throw new WireError('cab/mszip', 'Unexpected block of MSZIP, expected it to begin CK', offset)
  }
  const dictionary = unpacked.subarray(Math.max(0, start - windowBytes), start)
  const piece = inflate(packed.subarray(2), dictionary, block)
  if (piece.length !== block.bytes) {
    const found = `Unexpected ${piece.length} octets from DEFLATE`
    throw new WireError('cab/mszip', `${found}, expected ${block.bytes}`, offset)
  }
  unpacked.set(piece, start)
}

/** A lie about the length costs no more memory than the truth. */
function inflate(packed: Uint8Array, dictionary: Uint8Array, block: CabinetBlock): Uint8Array {
  const options = {
    chunkSize: Math.max(block.bytes + 1, 64),
    maxOutputLength: Math.max(block.bytes, 1),
    ...(dictionary.length === 0 ? {} : { dictionary }),
  }
  try {
    return inflateRawSync(packed, options)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error
    const tooLong = error.code === 'ERR_BUFFER_TOO_LARGE'
    const found = tooLong ? `more than ${block.bytes} octets` : error.code
    const expected = `expected ${block.bytes} octets`
    throw new WireError('cab/mszip', `Unexpected ${found} from DEFLATE, ${expected}`, block.offset)
  }
}
