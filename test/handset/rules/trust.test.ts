import { describe, expect, it } from 'vitest'
import { authenticate } from '../../../src/handset/rules/trust.ts'
import type { TrustedRoot } from '../../../src/handset/trust.ts'
import { acme, issuer, testRoots } from '../../../src/test-authority/authority.ts'
import { writeCertificate } from '../../../src/test-authority/certificate-writer.ts'
import { brokenSignings } from '../../../src/test-authority/broken-signings.table.ts'
import { goodSignings, writeSignature } from '../../../src/test-authority/signing.ts'
import { encodeBase64 } from '../../../src/wire/base64.ts'
import { parseCertificate } from '../../../src/wire/certificate.ts'

const jar = Uint8Array.from({ length: 5000 }, (_, index) => index * 7)

const roots: readonly TrustedRoot[] = testRoots().map(({ domain, octets }) => ({
  domain,
  certificate: parseCertificate(octets),
}))

type Pairs = readonly (readonly [name: string, value: string])[]

function judge(pairs: Pairs, { octets = jar, trusted = roots, at = '2006-03-01T09:00:00Z' } = {}) {
  const attributes = pairs.map(([name, value], index) => ({ name, value, line: index, offset: 0 }))
  return authenticate({ attributes, octets, roots: trusted, at: Date.parse(at) })
}

/** What a phone says of a signature that it does not believe. */
function refusalOf(pairs: Pairs, options: Parameters<typeof judge>[1] = {}): string {
  const answer = judge(pairs, options)
  return answer.kind === 'refuse' ? `${answer.refusal.code} ${answer.refusal.reason}` : answer.kind
}

const good = writeSignature(goodSignings['identified-third-party'], jar)
const subject = 'O=Acme, CN=Acme code signing'
const below = 'O=Test authority (proves nothing), CN='

describe('a signed suite', () => {
  it.each([
    ['manufacturer', 'manufacturer'],
    ['operator', 'operator'],
    ['identified-third-party', 'identified-third-party'],
    ['two-authorities', 'identified-third-party'],
  ] as const)('signed by way of %s is in the domain of the root: %s', (signing, domain) => {
    expect(judge(writeSignature(goodSignings[signing], jar))).toEqual({
      kind: 'trusted',
      signer: { domain, subject, root: `${below}Root of the ${domain} domain` },
    })
  })

  it('without a signature is untrusted, whatever certificates it brings', () => {
    expect(judge(good.slice(0, 2))).toEqual({ kind: 'untrusted' })
  })

  const reasons: Readonly<Record<keyof typeof brokenSignings, string>> = {
    expired: `certificate expired: path 1: ${subject} was valid until 2005-01-01T00:00:00Z`,
    'not yet valid': `certificate not yet valid: path 1: ${subject} is valid from 2040-01-01T00:00:00Z`,
    'expired issuer': `certificate expired: path 1: ${below}Issuer of certificates for code was valid until 2005-01-01T00:00:00Z`,
    'wrong key usage': `key usage: path 1: ${subject} is for keyEncipherment, not for digitalSignature`,
    'wrong extended key usage': `extended key usage: path 1: ${subject} is not for signing code`,
    'issuer for signatures only': `key usage: path 1: ${below}Issuer of certificates for code is for digitalSignature, not for keyCertSign`,
    'issuer without CA flag': `basic constraints: path 1: ${below}Issuer of certificates for code is no certificate of an authority`,
    'issuer without basic constraints': `basic constraints: path 1: ${below}Issuer of certificates for code is no certificate of an authority`,
    'path too long': `basic constraints: path 1: ${below}Issuer of certificates for code allows 0 authorities below it, not 1`,
    'broken chain': `broken chain: path 1: ${subject} was issued by ${below}Issuer of certificates for code, not by ${below}Root of the stranger domain`,
    'wrong order': `broken chain: path 1: ${below}Issuer of certificates for code was issued by ${below}Root of the identified-third-party domain, not by ${subject}`,
    'gap in the numbering': `root unknown: path 1: ${subject} was issued by ${below}Issuer of certificates for code, which is no root of this phone (behind a gap in the numbering: MIDlet-Certificate-1-3)`,
    'certificate signed by another': `certificate signature: path 1: ${below}Issuer of certificates for code did not sign ${subject}`,
    'unknown root': `root unknown: path 1: ${subject} was issued by ${below}Root of the stranger domain, which is no root of this phone`,
    'root of the same name': `certificate signature: path 1: the root ${below}Root of the identified-third-party domain did not sign ${subject}`,
    'certificate with MD5': `certificate algorithm: path 1: ${subject} is signed by md5WithRSAEncryption, not by sha1WithRSAEncryption`,
    'certificate with SHA-256': `certificate algorithm: path 1: ${subject} is signed by sha256WithRSAEncryption, not by sha1WithRSAEncryption`,
    'key of 512 bits': `certificate key: path 1: ${subject} has 512 bits, not 1024 to 4096`,
    'unknown critical extension': `critical extension: path 1: ${subject} has 1.2.3.4, which this phone does not know`,
    'signed with another key': `signature wrong: the key of ${subject} did not make it`,
    'signed with MD5': 'signature algorithm: it signs a digest of md5, not of sha1',
    'signed with SHA-256': 'signature algorithm: it signs a digest of sha256, not of sha1',
  }

  it.each(Object.entries(brokenSignings))('is refused with 909: %s', (name, signing) => {
    expect(refusalOf(writeSignature(signing, jar))).toBe(
      `909 ${new Map(Object.entries(reasons)).get(name)}`,
    )
  })

  it.each([
    ['over other octets', good, { octets: jar.with(0, 1) }, 'signature of another'],
    [
      'by another key',
      writeSignature(brokenSignings['signed with another key'], jar),
      {},
      'signature of another',
    ],
    [
      'over a digest of another kind',
      writeSignature(brokenSignings['signed with MD5'], jar),
      {},
      undefined,
    ],
    ['of an authority that is unknown', good, { trusted: [] }, undefined],
  ] as const)('breaks a rule by which phones tell it apart: %s', (_, pairs, options, rule) => {
    const answer = judge(pairs, options)
    expect(answer.kind === 'refuse' ? answer.refusal.rule : answer.kind).toBe(rule)
  })

  it('is refused with 909 when its octets were changed', () => {
    expect(refusalOf(good, { octets: jar.with(0, 1) })).toBe(
      '909 signature mismatch: it was made over other octets than these',
    )
  })

  it.each([
    ['2003-12-31T23:59:59Z', '909 certificate not yet valid'],
    ['2044-01-02T00:00:00Z', '909 certificate expired'],
  ])('is judged by the date of the phone: %s', (at, reason) => {
    expect(refusalOf(good, { at })).toMatch(new RegExp(`^${reason}: path 1: `))
  })

  it('is refused with 909 by a phone without roots', () => {
    expect(refusalOf(good, { trusted: [] })).toMatch(/^909 root unknown: path 1: /)
  })

  it('tells of all its paths when none is good', () => {
    const pairs = writeSignature(goodSignings['two-authorities'], jar)
    expect(refusalOf(pairs, { at: '2050-01-01T00:00:00Z' })).toBe(
      `909 certificate expired: path 1: ${subject} was valid until 2044-01-01T00:00:00Z; certificate expired: path 2: ${subject} was valid until 2044-01-01T00:00:00Z`,
    )
  })

  it('is not given a second key when the first good path has the wrong one', () => {
    const other = { ...acme, key: 'other' } as const
    const pairs = writeSignature(
      {
        key: 'signer',
        paths: [
          [other, issuer],
          [acme, issuer],
        ],
      },
      jar,
    )
    expect(refusalOf(pairs)).toBe(`909 signature wrong: the key of ${subject} did not make it`)
  })

  const certificate = encodeBase64(writeCertificate(acme))
  const signature = ['MIDlet-Jar-RSA-SHA1', 'AA=='] as const

  it.each<readonly [string, Pairs, string]>([
    [
      'no certificate at all',
      [signature],
      '909 no certificate: there is no MIDlet-Certificate-1-1',
    ],
    [
      'certificates from number 2 on',
      [['MIDlet-Certificate-2-1', certificate], signature],
      '909 no certificate: there is no MIDlet-Certificate-1-1 (behind a gap in the numbering: MIDlet-Certificate-2-1)',
    ],
    [
      'garbage for a certificate',
      [['MIDlet-Certificate-1-1', '\u{1F4F1}'], signature],
      '909 certificate unreadable: MIDlet-Certificate-1-1: no Base64',
    ],
    [
      'a certificate that ends early',
      [['MIDlet-Certificate-1-1', certificate.slice(0, 400)], signature],
      '909 certificate unreadable: MIDlet-Certificate-1-1: Unexpected a length of 519, expected at most 296 (at octet 4)',
    ],
    [
      '10,000 certificates in a path',
      [
        ...Array.from(
          { length: 10_000 },
          (_, m) => [`MIDlet-Certificate-1-${m + 1}`, certificate] as const,
        ),
        signature,
      ],
      '909 certificate limit: more than 16 certificates in path 1 (certificatesMax)',
    ],
    [
      '10,000 paths',
      [
        ...Array.from(
          { length: 10_000 },
          (_, n) => [`MIDlet-Certificate-${n + 1}-1`, certificate] as const,
        ),
        signature,
      ],
      '909 certificate limit: more than 16 certificate paths (pathsMax)',
    ],
    [
      'a certificate of 1 MB',
      [['MIDlet-Certificate-1-1', 'A'.repeat(1_048_576)], signature],
      '909 certificate unreadable: MIDlet-Certificate-1-1: 1048576 letters, at most 32768 (certificateTextMax)',
    ],
    [
      'a signature of 1 MB',
      [...good.slice(0, 2), ['MIDlet-Jar-RSA-SHA1', 'A'.repeat(1_048_576)]],
      '909 signature unreadable: MIDlet-Jar-RSA-SHA1: 1048576 letters, at most 4096 (signatureTextMax)',
    ],
  ])('is refused with 909 with %s', (_, pairs, refusal) => {
    expect(refusalOf(pairs)).toBe(refusal)
  })
})
