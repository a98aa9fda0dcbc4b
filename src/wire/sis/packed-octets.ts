/** Octets that stand in a package compressed or as they are. */
import { WireError } from '../../errors.ts'
import { inflate } from '../inflate.ts'

export interface PackedOctets {
  /** Place in the package. */
  readonly start: number
  readonly end: number
  /** 0: as they are, 1: zlib (RFC 1950). */
  readonly algorithm: number
  /** Length that they are stated to have without compression. */
  readonly bytes: number
}

/**
 * @param limit what `packed.bytes` may not be above, and its name
 * @throws WireError `sis/bomb`, `sis/compression`, `sis/zlib` or `sis/size-lie`
 */
export function unpack(
  octets: Uint8Array,
  packed: PackedOctets,
  limit: { readonly name: string; readonly bytes: number },
): Uint8Array {
  const { start, end, algorithm, bytes } = packed
  if (bytes > limit.bytes) {
    const expected = `expected at most ${limit.bytes} (${limit.name})`
    throw new WireError('sis/bomb', `Unexpected ${bytes} octets, ${expected}`, start)
  }
  const stored = octets.subarray(start, end)
  if (algorithm === 0) return checkLength(stored, packed)
  if (algorithm !== 1) {
    const found = `Unexpected compression ${algorithm}, expected 0 or 1`
    throw new WireError('sis/compression', found, start)
  }
  const result = inflate(stored, bytes, 'zlib')
  if (result.kind === 'octets') return checkLength(result.octets, packed)
  if (result.kind === 'too-long') throw lie('more', packed)
  throw new WireError('sis/zlib', `Unexpected ${result.code}, expected ${bytes} octets`, start)
}

function checkLength(unpacked: Uint8Array, packed: PackedOctets): Uint8Array {
  if (unpacked.length === packed.bytes) return unpacked
  throw lie(String(unpacked.length), packed)
}

function lie(found: string, { bytes, start }: PackedOctets): WireError {
  return new WireError('sis/size-lie', `Unexpected ${found} octets, expected ${bytes}`, start)
}
