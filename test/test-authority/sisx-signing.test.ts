/** OpenSSL verifies what we sign, over octets that are cut out by a rule of their own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { sisxSignings } from '../../src/test-authority/sisx-signing.ts'
import type { SisxSigning } from '../../src/test-authority/sisx-signing.ts'
import { buildSisx } from '../../src/reference/sis/sisx-writer.ts'
import { askOpensslForSignatures, findOpenssl } from '../openssl/openssl.ts'
import { demo } from '../wire/sis/samples.ts'

const hasOpenssl = findOpenssl() !== undefined
const without = hasOpenssl ? '' : ' (SKIPPED: openssl is not installed)'
if (!hasOpenssl) process.stderr.write(`test/test-authority/sisx-signing.test.ts${without}\n`)

describe.skipIf(!hasOpenssl)(`packages that the test authority signs${without}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'ota-sisx-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  const verdictsOf = (...signings: readonly SisxSigning[]) =>
    askOpensslForSignatures(folder, signaturesIn(buildSisx({ ...demo, signings })))

  test('are good, and several times too, each time over all before', () => {
    expect(verdictsOf(...Object.values(sisxSignings))).toEqual(['good', 'good', 'good', 'good'])
  })

  test('with another’s key are wrong', () => {
    expect(verdictsOf({ ...sisxSignings.manufacturer, key: 'other' })).toEqual(['wrong'])
  })
})

/** Each field is type, length, data and padding; the controller is the compressed field of the contents. */
function signaturesIn(octets: Uint8Array) {
  const u32At = (data: Uint8Array, at: number) => Buffer.from(data).readUInt32LE(at)
  const padded = (length: number) => Math.ceil(length / 4) * 4
  // UIDs 16, contents 8, two checksums of 12 each, type, length, algorithm, length twice.
  const compressed = octets.subarray(
    16 + 8 + 24 + 8,
    16 + 8 + 24 + 8 + u32At(octets, 16 + 8 + 24 + 4),
  )
  const controller = new Uint8Array(inflateSync(compressed.subarray(12))).subarray(8)
  const found: { signer: Uint8Array; signature: Uint8Array; signed: Uint8Array }[] = []
  for (let at = 0; at < controller.length;) {
    const length = u32At(controller, at + 4)
    if (u32At(controller, at) === 39) {
      const chain = controller.subarray(at + 8, at + 8 + length)
      // Array: type, length, type of elements, length of the one element; algorithm: type, length, text.
      const algorithmBytes = padded(u32At(chain, 20))
      const blobAt = 24 + algorithmBytes
      const signature = chain.subarray(blobAt + 8, blobAt + 8 + u32At(chain, blobAt + 4))
      const certificatesAt = 8 + padded(u32At(chain, 4)) + 8
      const signer = chain.subarray(certificatesAt + 8)
      found.push({
        signer: signer.subarray(0, 4 + Buffer.from(signer).readUInt16BE(2)),
        signature,
        signed: controller.subarray(0, at),
      })
    }
    at += 8 + padded(length)
  }
  return found
}
