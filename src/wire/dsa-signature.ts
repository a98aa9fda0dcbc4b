/** Signatures of DSA with SHA-1 (FIPS 186-2), which Symbian's packages may have, and their certificates. */
import { createPublicKey, verify } from 'node:crypto'
import type { PublicKey } from './certificate.ts'

/**
 * @param signature DER of two integers, and nothing behind it
 * @returns false too where the key is none of DSA
 */
export function isDsaSigned(key: PublicKey, octets: Uint8Array, signature: Uint8Array): boolean {
  if (key.rsaBits !== undefined) return false
  try {
    const info = { key: Buffer.from(key.info), format: 'der', type: 'spki' } as const
    const publicKey = createPublicKey(info)
    if (publicKey.asymmetricKeyType !== 'dsa') return false
    return verify('sha1', octets, publicKey, signature)
  } catch {
    return false
  }
}
