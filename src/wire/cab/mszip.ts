/** MSZIP: the letters `CK`, then one DEFLATE stream that may refer into the 32 KiB before it (Microsoft MSZIP format). */
import { WireError } from '../../errors.ts'
import { inflate } from '../inflate.ts'
import type { CabinetBlock } from './cabinet-blocks.ts'

const windowBytes = 32_768

/**
 * @param unpacked what the blocks before it hold, and room for this one
 * @param start where this one begins
 * @throws WireError `cab/mszip`
 */
export function unpackMszip(block: CabinetBlock, unpacked: Uint8Array, start: number): void {
  const { packed, bytes } = block
  if (packed[0] !== 0x43 || packed[1] !== 0x4b) {
    throw broken(block, 'block of MSZIP', 'it to begin CK')
  }
  const window = unpacked.subarray(Math.max(0, start - windowBytes), start)
  const inflation = inflate(packed.subarray(2), bytes, 'none', window)
  if (inflation.kind === 'too-long') {
    throw broken(block, `more than ${bytes} octets from DEFLATE`, `${bytes}`)
  }
  if (inflation.kind === 'broken') {
    throw broken(block, `${inflation.code} from DEFLATE`, `${bytes} octets`)
  }
  const { octets, consumed } = inflation
  if (octets.length !== bytes) {
    throw broken(block, `${octets.length} octets from DEFLATE`, String(bytes))
  }
  if (consumed !== packed.length - 2) {
    const left = packed.length - 2 - consumed
    throw broken(block, `${left} octets after DEFLATE`, 'none')
  }
  unpacked.set(octets, start)
}

function broken({ offset }: CabinetBlock, found: string, expected: string): WireError {
  return new WireError('cab/mszip', `Unexpected ${found}, expected ${expected}`, offset)
}
