import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeInstallCab } from '../../../src/reference/cab/install-cab-writer.ts'
import { acme, acmeBy, issuer, rootSpec } from '../../../src/test-authority/authority.ts'
import { readCabinet } from '../../../src/wire/cab/cab.ts'
import { readCabSignature } from '../../../src/wire/cab/cab-signature.ts'
import { mutationsOf } from '../mutations.ts'
import { demo, patch, withoutChecksums } from './cab-samples.ts'

const signing = { path: [acme, issuer], key: 'signer', signedAt: '2006-03-01T09:00:00Z' } as const
const good = writeInstallCab({ ...demo, signing })

const read = (octets: Uint8Array) => readCabSignature(readCabinet(octets))

/** Verdict, and who signed. */
function told(octets: Uint8Array) {
  const signature = read(octets)
  if (signature.verdict === 'unsigned') return signature
  if (signature.verdict === 'unreadable') return { verdict: 'unreadable' }
  const { verdict, reason, digest, chain, signedAt } = signature
  return { verdict, reason, digest, chain: chain.map(({ subject }) => subject.text), signedAt }
}

const chain = [
  'O=Acme, CN=Acme code signing',
  'O=Test authority (proves nothing), CN=Issuer of certificates for code',
]
const signedAt = Date.parse('2006-03-01T09:00:00Z')

describe('the signature of a cabinet', () => {
  test('is none where the header keeps nothing for one', () => {
    expect(told(writeInstallCab(demo))).toEqual({ verdict: 'unsigned' })
    expect(told(writeInstallCab({ ...demo, withSetup: false }))).toEqual({ verdict: 'unsigned' })
  })

  test('tells who signed it and when', () => {
    const expected = { verdict: 'signed', reason: undefined, digest: 'sha1', chain, signedAt }
    expect(told(good)).toEqual(expected)
    expect(told(writeInstallCab({ ...demo, withSetup: false, signing }))).toEqual(expected)
  })

  test('lies behind the cabinet, or within its length where that is the length of the file', () => {
    const cabinet = readCabinet(good)
    const signature = read(good)
    expect(signature).toMatchObject({ place: { start: cabinet.header.bytes, end: good.length } })
    expect(cabinet.notes).toEqual([])
    const whole = writeInstallCab({ ...demo, signing: { ...signing, statesWholeLength: true } })
    expect(told(whole)).toEqual(told(good))
    const within = readCabinet(whole)
    expect([within.header.bytes, within.notes]).toEqual([whole.length, []])
  })

  test.each(['md5', 'sha256'] as const)('may be over %s', (digest) => {
    expect(told(writeInstallCab({ ...demo, signing: { ...signing, digest } }))).toMatchObject({
      verdict: 'signed',
      digest,
    })
  })

  test('need not have more than the signer’s certificate', () => {
    const alone = { path: [acmeBy('operator')], key: 'signer' } as const
    expect(told(writeInstallCab({ ...demo, signing: alone }))).toEqual({
      verdict: 'signed',
      reason: undefined,
      digest: 'sha1',
      chain: ['O=Acme, CN=Acme code signing'],
      signedAt: undefined,
    })
  })

  test('of who signed their own certificate has a chain of one', () => {
    const own = { path: [rootSpec('stranger')], key: 'stranger' } as const
    expect(told(writeInstallCab({ ...demo, signing: own }))).toMatchObject({
      verdict: 'signed',
      chain: ['O=Test authority (proves nothing), CN=Root of the stranger domain'],
    })
  })
})

describe('what was altered', () => {
  const start = readCabinet(good).header.bytes
  const other = 'the cabinet is not the one that was signed'

  test.each([
    ['the last octet of the data', patch(withoutChecksums(good), start - 1, 0), other],
    ['a date', patch(good, readCabinet(good).header.filesOffset + 10, 1), other],
    ['the set it belongs to', patch(good, 32, 7), other],
    ['the last octets kept for programs', patch(good, 56, 7), other],
  ])('%s', (_, octets, reason) => {
    expect(told(octets)).toMatchObject({ verdict: 'altered', reason, chain })
  })

  test.each([
    ['the four octets behind the mark', patch(good, 4, 7)],
    ['the place in a set', patch(good, 34, 7)],
  ])('is not found out by %s, which nobody signs', (_, octets) => {
    expect(told(octets)).toMatchObject({ verdict: 'signed' })
  })

  test('a signature with another key', () => {
    expect(told(writeInstallCab({ ...demo, signing: { ...signing, key: 'other' } }))).toMatchObject(
      {
        verdict: 'altered',
        reason: 'the key of O=Acme, CN=Acme code signing did not make it',
      },
    )
  })

  test('the attributes that were signed', () => {
    const time = Buffer.from(good).lastIndexOf('060301090000Z')
    expect(told(patch(good, time, 0x30, 0x37))).toMatchObject({
      verdict: 'altered',
      reason: 'it was made over other attributes than these',
    })
  })

  test('the digest of the content, or the content', () => {
    const obsolete = Buffer.from(good).lastIndexOf(
      Buffer.from('<<<Obsolete>>>', 'utf16le').swap16(),
    )
    expect(told(patch(good, obsolete + 1, 0x3e))).toMatchObject({
      verdict: 'altered',
      reason: 'it was made over another content than this',
    })
  })

  test('the number of the certificate it names', () => {
    // The last serial number is that of the signer: INTEGER 3, before the digest's algorithm.
    const named = Buffer.from(good).lastIndexOf(Buffer.from('0201033009', 'hex'))
    expect(told(patch(good, named + 2, 9))).toMatchObject({
      verdict: 'altered',
      reason: 'it has no certificate of its signer',
      chain: [],
    })
  })
})

describe('what should be a signature and cannot be read', () => {
  const start = readCabinet(good).header.bytes

  test.each([
    ['a place beyond the file', patch(good, 47, 1), /expected it to end within/],
    ['a length beyond the file', patch(good, 50, 1), /expected it to end within/],
    ['other octets', patch(good, start, 0x31), /expected PKCS#7 \(0x30\)/],
    ['another kind of PKCS#7', patch(good, start + 14, 1), /1\.2\.840\.113549\.1\.7\.1/],
    [
      'a signature of half a megabyte and more',
      patch(Buffer.concat([good, new Uint8Array(600_000)]), 48, 0, 0, 9),
      /\(signatureBytesMax\)/,
    ],
  ])('%s', (_, octets, reason) => {
    const signature = read(octets)
    expect(signature).toMatchObject({ verdict: 'unreadable' })
    expect(signature.verdict === 'unreadable' ? signature.reason : '').toMatch(reason)
  })

  test('whatever it is, there is a verdict', () => {
    const signatures = mutationsOf([good.slice(start)])
    fc.assert(
      fc.property(signatures, (octets) => {
        const lengths = new DataView(new ArrayBuffer(4))
        lengths.setUint32(0, octets.length, true)
        const head = patch(good.slice(0, start), 48, ...new Uint8Array(lengths.buffer))
        const { verdict } = read(Uint8Array.of(...head, ...octets))
        expect(['unsigned', 'signed', 'altered', 'unreadable']).toContain(verdict)
      }),
    )
  })
})
