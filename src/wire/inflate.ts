/** Decompression into exactly the length that was stated: a lie costs no more memory than the truth. */
import { inflateRawSync, inflateSync } from 'node:zlib'

/** DEFLATE makes at most so many octets of one (RFC 1951: 258 octets of two bits). */
const ratioMax = 1032

const none: Uint8Array = new Uint8Array(0)

export type Inflation =
  | {
      readonly kind: 'octets'
      readonly octets: Uint8Array
      /** Compressed octets that were used. */
      readonly consumed: number
    }
  | { readonly kind: 'too-long' }
  /** With the code of zlib. */
  | { readonly kind: 'broken'; readonly code: string }

/**
 * @param bytes most octets that may come out
 * @param wrapping `none` for DEFLATE alone (RFC 1951), `zlib` for that with a head and an Adler-32 (RFC 1950)
 * @param dictionary octets before these, into which they may refer
 */
export function inflate(
  packed: Uint8Array,
  bytes: number,
  wrapping: 'none' | 'zlib',
  dictionary: Uint8Array = none,
): Inflation {
  const run = wrapping === 'none' ? inflateRawSync : inflateSync
  const options = {
    chunkSize: Math.max(Math.min(bytes, packed.length * ratioMax) + 1, 64),
    maxOutputLength: Math.max(bytes, 1),
    info: true,
    ...(dictionary.length === 0 ? {} : { dictionary }),
  }
  try {
    return readInflated(run(packed, options))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error
    const { code } = error
    return code === 'ERR_BUFFER_TOO_LARGE' ? { kind: 'too-long' } : { kind: 'broken', code }
  }
}

/** With `info`, zlib returns `{ buffer, engine }`, which its declared type does not say. */
function readInflated(result: unknown): Inflation {
  const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
    typeof value === 'object' && value !== null
  if (isRecord(result) && result['buffer'] instanceof Uint8Array && isRecord(result['engine'])) {
    const consumed = result['engine']['bytesWritten']
    const { buffer, byteOffset, length } = result['buffer']
    if (typeof consumed === 'number') {
      return { kind: 'octets', octets: new Uint8Array(buffer, byteOffset, length), consumed }
    }
  }
  throw new TypeError('zlib did not tell how much it read')
}
