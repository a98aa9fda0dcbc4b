/** Decompresses the data of one ZIP entry into exactly the length it states. */
import { WireError } from '../errors.ts'
import { inflate } from './inflate.ts'
import { methodDeflate, methodStored } from './zip-directory.ts'
import type { StatedEntry } from './zip-directory.ts'

/** @throws WireError `jar/unsupported-method`, `jar/size-lie` or `jar/inflate` */
export function decompress(packed: Uint8Array, entry: StatedEntry): Uint8Array {
  if (entry.method === methodStored) return checkLength(packed, entry)
  if (entry.method === methodDeflate) return checkLength(inflateEntry(packed, entry), entry)
  const found = `Unexpected method ${entry.method}, expected 0 or 8`
  throw new WireError('jar/unsupported-method', found, entry.offset)
}

function inflateEntry(packed: Uint8Array, entry: StatedEntry): Uint8Array {
  const result = inflate(packed, entry.bytes, 'none')
  if (result.kind !== 'octets') {
    const tooLong = result.kind === 'too-long'
    const rule = tooLong ? 'jar/size-lie' : 'jar/inflate'
    const found = tooLong ? `more than ${entry.bytes} octets` : `${result.code} from DEFLATE`
    throw new WireError(rule, `Unexpected ${found}, expected ${entry.bytes} octets`, entry.offset)
  }
  if (result.consumed !== packed.length) {
    const found = `Unexpected end of DEFLATE data after ${result.consumed} octets`
    throw new WireError('jar/size-lie', `${found}, expected ${packed.length}`, entry.offset)
  }
  return result.octets
}

function checkLength(unpacked: Uint8Array, entry: StatedEntry): Uint8Array {
  if (unpacked.length === entry.bytes) return unpacked
  const found = `Unexpected ${unpacked.length} octets, expected ${entry.bytes}`
  throw new WireError('jar/size-lie', found, entry.offset)
}
