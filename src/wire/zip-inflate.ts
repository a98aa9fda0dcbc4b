/** Decompresses the data of one ZIP entry into exactly the length it states. */
import { inflateRawSync } from 'node:zlib'
import { WireError } from '../errors.ts'
import { methodDeflate, methodStored } from './zip-directory.ts'
import type { StatedEntry } from './zip-directory.ts'

/** @throws WireError `jar/unsupported-method`, `jar/size-lie` or `jar/inflate` */
export function decompress(packed: Uint8Array, entry: StatedEntry): Uint8Array {
  if (entry.method === methodStored) return checkLength(packed, entry)
  if (entry.method === methodDeflate) return checkLength(inflate(packed, entry), entry)
  const found = `Unexpected method ${entry.method}, expected 0 or 8`
  throw new WireError('jar/unsupported-method', found, entry.offset)
}

/** One output buffer of the stated length: a lie costs no more memory than the truth. */
function inflate(packed: Uint8Array, entry: StatedEntry): Uint8Array {
  const options = {
    chunkSize: Math.max(entry.bytes + 1, 64),
    maxOutputLength: Math.max(entry.bytes, 1),
    info: true,
  }
  const result = tryInflate(() => inflateRawSync(packed, options))
  if (typeof result === 'string') {
    const tooLong = result === 'ERR_BUFFER_TOO_LARGE'
    const rule = tooLong ? 'jar/size-lie' : 'jar/inflate'
    const found = tooLong ? `more than ${entry.bytes} octets` : `${result} from DEFLATE`
    throw new WireError(rule, `Unexpected ${found}, expected ${entry.bytes} octets`, entry.offset)
  }
  if (result.consumed !== packed.length) {
    const found = `Unexpected end of DEFLATE data after ${result.consumed} octets`
    throw new WireError('jar/size-lie', `${found}, expected ${packed.length}`, entry.offset)
  }
  return result.octets
}

interface Inflated {
  readonly octets: Uint8Array
  /** Compressed octets that were used. */
  readonly consumed: number
}

/** The code of zlib's error when there is one. */
function tryInflate(run: () => unknown): Inflated | string {
  try {
    return readInflated(run())
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string')
      return error.code
    throw error
  }
}

/** With `info`, zlib returns `{ buffer, engine }`, which its declared type does not say. */
function readInflated(result: unknown): Inflated {
  const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
    typeof value === 'object' && value !== null
  if (isRecord(result) && result['buffer'] instanceof Uint8Array && isRecord(result['engine'])) {
    const consumed = result['engine']['bytesWritten']
    const { buffer, byteOffset, length } = result['buffer']
    if (typeof consumed === 'number') {
      return { octets: new Uint8Array(buffer, byteOffset, length), consumed }
    }
  }
  throw new TypeError('inflateRawSync did not tell how much it read')
}

function checkLength(unpacked: Uint8Array, entry: StatedEntry): Uint8Array {
  if (unpacked.length === entry.bytes) return unpacked
  const found = `Unexpected ${unpacked.length} octets, expected ${entry.bytes}`
  throw new WireError('jar/size-lie', found, entry.offset)
}
