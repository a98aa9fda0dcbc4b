import assert from 'node:assert/strict'
import { createPrivateKey, sign } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sisxSignings } from '../../../src/test-authority/sisx-signing.ts'
import { buildSisx } from '../../../src/reference/sis/sisx-writer.ts'
import { readSis } from '../../../src/wire/sis/sis.ts'
import { checkSignatures } from '../../../src/wire/sis/sis-signature.ts'
import type { SisxSignatureChain } from '../../../src/wire/sis/sisx-signature.ts'
import { dsaSigner } from './dsa-signer.table.ts'
import { demo } from './samples.ts'

function chainsOf(octets: Uint8Array): readonly SisxSignatureChain[] {
  const found = readSis(octets)
  assert(found.format === 'sisx')
  return found.signatures
}

function chainOf(octets: Uint8Array): SisxSignatureChain {
  const [chain] = chainsOf(octets)
  assert(chain !== undefined)
  return chain
}

const certified = sisxSignings['symbian-signed']
const good = chainOf(buildSisx({ ...demo, signings: [certified] }))

describe('a signature of a SISX package', () => {
  test.each(Object.entries(sisxSignings))('that is %s is good', (_, signing) => {
    expect(checkSignatures(chainOf(buildSisx({ ...demo, signings: [signing] })))).toEqual(['good'])
  })

  test('is over all before it: over earlier signatures too', () => {
    const signings = [certified, sisxSignings['self-signed'], sisxSignings.manufacturer]
    const chains = chainsOf(buildSisx({ ...demo, signings }))
    expect(chains.map(checkSignatures)).toEqual([['good'], ['good'], ['good']])
    const [first, second, third] = chains
    assert(first !== undefined && second !== undefined && third !== undefined)
    expect(second.signed.subarray(0, first.signed.length)).toEqual(first.signed)
    expect(checkSignatures({ ...second, signed: third.signed })).toEqual(['wrong'])
  })

  test('of a package within a package is its own', () => {
    const [inner] = demo.embedded ?? []
    assert(inner !== undefined)
    const octets = buildSisx({ ...demo, embedded: [{ ...inner, signings: [certified] }] })
    const found = readSis(octets)
    assert(found.format === 'sisx')
    expect(found.signatures).toEqual([])
    expect(found.block.embedded.map(({ signatures }) => signatures.map(checkSignatures))).toEqual([
      [['good']],
    ])
  })

  test('is wrong over anything else', () => {
    const place = fc.integer({ min: 0, max: good.signed.length - 1 })
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 255 }), (at, difference) => {
        const signed = good.signed.with(at, (good.signed[at] ?? 0) ^ difference)
        expect(checkSignatures({ ...good, signed })).toEqual(['wrong'])
      }),
    )
    expect(checkSignatures({ ...good, signed: good.signed.subarray(1) })).toEqual(['wrong'])
  })

  test('by another key than that of the first certificate is wrong', () => {
    const signing = { ...certified, key: 'other' } as const
    expect(checkSignatures(chainOf(buildSisx({ ...demo, signings: [signing] })))).toEqual(['wrong'])
  })

  test.each(['1.2.840.113549.1.1.2', '1.2.840.113549.1.1.4', '', 'RSA'])(
    'of the algorithm “%s” is one that no phone knows',
    (algorithm) => {
      const octets = buildSisx({ ...demo, signings: [{ ...certified, algorithm }] })
      expect(checkSignatures(chainOf(octets))).toEqual(['unknown-scheme'])
    },
  )

  test('without a certificate that can be read is nobody’s', () => {
    const octets = buildSisx({ ...demo, signings: [{ ...certified, chain: [] }] })
    expect(checkSignatures(chainOf(octets))).toEqual(['no-certificate'])
    expect(checkSignatures({ ...good, certificates: good.certificates.subarray(1) })).toEqual([
      'no-certificate',
    ])
  })

  test('whatever its octets and its certificates are, is judged', () => {
    const verdicts = ['good', 'wrong', 'unknown-scheme', 'no-certificate']
    const { certificates } = good
    const mutated = fc
      .tuple(fc.nat(certificates.length - 1), fc.integer({ min: 0, max: 255 }))
      .map(([at, octet]) => certificates.with(at, octet))
    fc.assert(
      fc.property(
        fc.oneof(fc.uint8Array(), mutated),
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('1.2.840.113549.1.1.5', '1.2.840.10040.4.3'),
        (chain, octets, algorithm) => {
          const signatures = [{ algorithm, octets }]
          const [verdict] = checkSignatures({ ...good, certificates: chain, signatures })
          expect(verdicts).toContain(verdict)
        },
      ),
    )
  })
})

describe('a signature of DSA', () => {
  const key = createPrivateKey({
    key: Buffer.from(dsaSigner.key, 'base64'),
    format: 'der',
    type: 'pkcs8',
  })
  const certificates = new Uint8Array(Buffer.from(dsaSigner.certificate, 'base64'))
  const { signed } = good
  const der = new Uint8Array(sign('sha1', signed, key))
  const algorithm = '1.2.840.10040.4.3'
  const chainWith = (octets: Uint8Array, over = signed): SisxSignatureChain => ({
    signatures: [{ algorithm, octets }],
    certificates,
    signed: over,
  })
  const padded = Uint8Array.from({ length: 48 }, (_, at) => der[at] ?? 0xee)

  test('is good with and without what pads it to 48 octets', () => {
    expect([checkSignatures(chainWith(der)), checkSignatures(chainWith(padded))]).toEqual([
      ['good'],
      ['good'],
    ])
  })

  test('is wrong over anything else', () => {
    expect(checkSignatures(chainWith(padded, signed.subarray(1)))).toEqual(['wrong'])
  })

  test('is wrong where it is no DER, and by a key of RSA', () => {
    expect(checkSignatures(chainWith(new Uint8Array(48)))).toEqual(['wrong'])
    expect(checkSignatures({ ...chainWith(der), certificates: good.certificates })).toEqual([
      'wrong',
    ])
  })

  test('is not one of RSA', () => {
    const signatures = [{ algorithm: '1.2.840.113549.1.1.5', octets: der }]
    expect(checkSignatures({ ...chainWith(der), signatures })).toEqual(['wrong'])
  })
})
