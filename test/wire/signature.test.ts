import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brokenSignings } from '../../src/test-authority/broken-signings.table.ts'
import { acme, issuer } from '../../src/test-authority/authority.ts'
import { writeCertificate } from '../../src/test-authority/certificate-writer.ts'
import { goodSignings, writeSignature } from '../../src/test-authority/signing.ts'
import type { Attribute } from '../../src/wire/attributes.ts'
import { encodeBase64 } from '../../src/wire/base64.ts'
import { parseCertificate } from '../../src/wire/certificate.ts'
import { findSignatureFault, limitOf, readSignatureClaim } from '../../src/wire/signature.ts'
import type { SignatureClaim } from '../../src/wire/signature.ts'
import { longKeyCertificate } from './long-key-certificate.ts'

const jar = Uint8Array.from({ length: 1000 }, (_, index) => index)
const signer = parseCertificate(writeCertificate(acme))

function attributes(pairs: readonly (readonly [string, string])[]): readonly Attribute[] {
  return pairs.map(([name, value], index) => ({ name, value, line: index + 1, offset: 0 }))
}

const faultIn = (claim: SignatureClaim | undefined, octets = jar) =>
  claim && findSignatureFault(claim.signature, octets, signer)

const good = writeSignature(goodSignings['identified-third-party'], jar)

describe('a descriptor', () => {
  it('without a signature claims none, whatever certificates it has', () => {
    expect(readSignatureClaim(attributes(good.slice(0, 2)))).toBe(undefined)
  })

  it('names the certificates of its paths', () => {
    const pairs = writeSignature(goodSignings['two-authorities'], jar)
    const claim = readSignatureClaim(attributes(pairs))
    expect(
      claim?.paths.map(({ n, entries }) => [
        n,
        entries.map(({ name, certificate }) => [name, certificate?.issuer.text]),
      ]),
    ).toEqual([
      [
        1,
        [
          [
            'MIDlet-Certificate-1-1',
            'O=Test authority (proves nothing), CN=Root of the stranger domain',
          ],
        ],
      ],
      [
        2,
        [
          [
            'MIDlet-Certificate-2-1',
            'O=Test authority (proves nothing), CN=Issuer of certificates for code',
          ],
          [
            'MIDlet-Certificate-2-2',
            'O=Test authority (proves nothing), CN=Root of the identified-third-party domain',
          ],
        ],
      ],
    ])
    expect([claim?.unread, claim?.limit]).toEqual([[], undefined])
  })

  it('ends a path at a gap and says what stands behind it', () => {
    const [one = ['', ''], two = ['', ''], signature = ['', '']] = good
    const claim = readSignatureClaim(
      attributes([
        one,
        ['MIDlet-Certificate-1-3', two[1]],
        ['MIDlet-Certificate-3-1', one[1]],
        ['MIDlet-Certificate-01-1', one[1]],
        ['MIDlet-Certificate-0-0', one[1]],
        signature,
      ]),
    )
    expect(claim?.paths.map(({ entries }) => entries.length)).toEqual([1])
    expect(claim?.unread).toEqual([
      'MIDlet-Certificate-1-3',
      'MIDlet-Certificate-3-1',
      'MIDlet-Certificate-01-1',
      'MIDlet-Certificate-0-0',
    ])
  })

  it('may have its Base64 folded', () => {
    const folded = good.map(([name, value]) => [name, value.replaceAll(/(.{64})/g, '$1 ')] as const)
    const claim = readSignatureClaim(attributes(folded))
    expect(claim?.paths[0]?.entries.map(({ certificate }) => certificate?.octets)).toEqual([
      writeCertificate(acme),
      writeCertificate(issuer),
    ])
    expect(faultIn(claim)).toBe(undefined)
  })

  it.each([
    ['letters that are no Base64', '???', 'no Base64'],
    ['octets that are no certificate', 'AQEA', /^Unexpected tag 0x01, expected a certificate/],
    ['nothing', '', /^Unexpected the end, expected a certificate/],
    [
      '1 MB of letters',
      'A'.repeat(1_000_000),
      '1000000 letters, at most 32768 (certificateTextMax)',
    ],
    ['20,000 octets', 'A'.repeat(28_000), /at most 16384 \(certificateBytesMax\)/],
  ])('says what is wrong with a certificate of %s', (_, value, problem) => {
    const claim = readSignatureClaim(
      attributes([
        ['MIDlet-Certificate-1-1', value],
        ['MIDlet-Jar-RSA-SHA1', 'AA=='],
      ]),
    )
    expect(claim?.paths[0]?.entries[0]?.problem).toMatch(problem)
  })

  it('names the limit when 10,000 certificates come, in one path or in as many paths', () => {
    const certificate = encodeBase64(writeCertificate(acme))
    const claimOf = (name: (n: number) => string) => {
      const pairs = Array.from({ length: 10_000 }, (_, n) => [name(n + 1), certificate] as const)
      return readSignatureClaim(attributes([...pairs, ['MIDlet-Jar-RSA-SHA1', 'AA==']]))
    }
    const long = claimOf((n) => `MIDlet-Certificate-1-${n}`)
    expect([long?.limit, long?.paths.map(({ entries }) => entries.length)]).toEqual([
      'more than 16 certificates in path 1 (certificatesMax)',
      [16],
    ])
    const wide = claimOf((n) => `MIDlet-Certificate-${n}-1`)
    expect([wide?.limit, wide?.paths.length, wide?.unread.length]).toEqual([
      'more than 16 certificate paths (pathsMax)',
      16,
      9984,
    ])
  })

  const limitWith = (...[changed]: readonly (readonly [string, string])[]) =>
    limitOf(
      readSignatureClaim(
        attributes([
          ...good.filter(([name]) => name !== changed?.[0]),
          ...(changed ? [changed] : []),
        ]),
      ) ?? { signature: { octets: jar }, paths: [], unread: [], limit: 'no claim' },
    )

  it.each([
    ['nothing', limitWith(), undefined],
    ['what is no Base64', limitWith(['MIDlet-Certificate-1-1', '?']), undefined],
    [
      'a signature of 5,000 letters',
      limitWith(['MIDlet-Jar-RSA-SHA1', 'A'.repeat(5000)]),
      'MIDlet-Jar-RSA-SHA1: 5000 letters, at most 4096 (signatureTextMax)',
    ],
    [
      'a certificate of 40,000 letters',
      limitWith(['MIDlet-Certificate-1-2', 'A'.repeat(40_000)]),
      'MIDlet-Certificate-1-2: 40000 letters, at most 32768 (certificateTextMax)',
    ],
    [
      'a certificate of 21,000 octets',
      limitWith(['MIDlet-Certificate-1-2', 'A'.repeat(28_000)]),
      'MIDlet-Certificate-1-2: 21000 octets, at most 16384 (certificateBytesMax)',
    ],
    [
      'a key of 4,096 bits',
      limitWith(['MIDlet-Certificate-1-1', encodeBase64(longKeyCertificate(4096))]),
      undefined,
    ],
    [
      'a key of 8,192 bits',
      limitWith(['MIDlet-Certificate-1-1', encodeBase64(longKeyCertificate(8192))]),
      'MIDlet-Certificate-1-1: a key of 8192 bits, at most 4096 (rsaBitsMax)',
    ],
    [
      'seventeen paths',
      limitOf(
        readSignatureClaim(
          attributes([
            ...Array.from({ length: 17 }, (_, n) => [`MIDlet-Certificate-${n + 1}-1`, ''] as const),
            ['MIDlet-Jar-RSA-SHA1', 'AA=='],
          ]),
        ) ?? { signature: { octets: jar }, paths: [], unread: [], limit: 'no claim' },
      ),
      'more than 16 certificate paths (pathsMax)',
    ],
  ])('names the limit of ours that kept it from being read: %s', (_, limit, expected) => {
    expect(limit).toBe(expected)
  })

  it('ends in a claim, whatever its certificates are', () => {
    const value = fc.oneof(fc.string(), fc.base64String({ maxLength: 200 }))
    const name = fc.constantFrom('1-1', '1-2', '2-1', '', '1-', '-1', '1-1-1')
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value)), value, (certificates, signature) => {
        const claim = readSignatureClaim(
          attributes([
            ...certificates.map(([n, text]) => [`MIDlet-Certificate-${n}`, text] as const),
            ['MIDlet-Jar-RSA-SHA1', signature],
          ]),
        )
        const fault = faultIn(claim)
        expect(fault?.reason).toMatch(/^signature (?:unreadable|wrong)/)
      }),
    )
  })
})

describe('a signature', () => {
  const faultOf = (pairs: readonly (readonly [string, string])[], octets = jar) =>
    faultIn(readSignatureClaim(attributes(pairs)), octets)?.reason

  it('is good over the octets it was made for', () => {
    expect(faultOf(good)).toBe(undefined)
  })

  it.each([
    [
      'over octets that were changed since',
      faultOf(good, jar.with(500, 0)),
      'signature mismatch: it was made over other octets than these',
    ],
    [
      'of another key',
      faultOf(writeSignature(brokenSignings['signed with another key'], jar)),
      'signature wrong: the key of O=Acme, CN=Acme code signing did not make it',
    ],
    [
      'over a digest of MD5',
      faultOf(writeSignature(brokenSignings['signed with MD5'], jar)),
      'signature algorithm: it signs a digest of md5, not of sha1',
    ],
    [
      'over a digest of SHA-256',
      faultOf(writeSignature(brokenSignings['signed with SHA-256'], jar)),
      'signature algorithm: it signs a digest of sha256, not of sha1',
    ],
    [
      'that is no Base64',
      faultOf([['MIDlet-Jar-RSA-SHA1', '-']]),
      'signature unreadable: MIDlet-Jar-RSA-SHA1: no Base64',
    ],
    [
      'that is empty',
      faultOf([['MIDlet-Jar-RSA-SHA1', '']]),
      'signature wrong: the key of O=Acme, CN=Acme code signing did not make it',
    ],
    [
      'of 1 MB',
      faultOf([['MIDlet-Jar-RSA-SHA1', 'A'.repeat(1_048_576)]]),
      'signature unreadable: MIDlet-Jar-RSA-SHA1: 1048576 letters, at most 4096 (signatureTextMax)',
    ],
  ])('is refused %s', (_, fault, expected) => {
    expect(fault).toBe(expected)
  })
})
