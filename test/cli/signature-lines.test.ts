import { describe, expect, it } from 'vitest'
import { signatureLines } from '../../src/cli/decode/signature-lines.ts'
import { brokenSignings } from '../../src/test-authority/broken-signings.table.ts'
import { goodSignings, writeSignature } from '../../src/test-authority/signing.ts'

type Pairs = readonly (readonly [name: string, value: string])[]

const linesOf = (pairs: Pairs) =>
  signatureLines(pairs.map(([name, value]) => ({ name, value, line: 1, offset: 0 })))

const jar = new Uint8Array(10)

describe('the signature of a decoded descriptor', () => {
  it('is told with the certificates of its paths', () => {
    expect(linesOf(writeSignature(goodSignings['identified-third-party'], jar))).toEqual([
      'Signature: 128 octets, 1 path of certificates',
      '  MIDlet-Certificate-1-1: O=Acme, CN=Acme code signing',
      '      issued by O=Test authority (proves nothing), CN=Issuer of certificates for code',
      '      valid 2004-01-01 to 2044-01-01, RSA of 1024 bits, sha1WithRSAEncryption',
      '  MIDlet-Certificate-1-2: O=Test authority (proves nothing), CN=Issuer of certificates for code',
      '      issued by O=Test authority (proves nothing), CN=Root of the identified-third-party domain',
      '      valid 2004-01-01 to 2044-01-01, RSA of 1024 bits, sha1WithRSAEncryption',
      '',
    ])
  })

  it('is told with what cannot be read of it', () => {
    const [certificate = ['', ''], far = ['', '']] = writeSignature(
      brokenSignings['gap in the numbering'],
      jar,
    )
    expect(
      linesOf([
        certificate,
        ['MIDlet-Certificate-2-1', '?'],
        far,
        ['MIDlet-Certificate-\u001B[2J', '?'],
        ['MIDlet-Jar-RSA-SHA1', '?'],
      ]),
    ).toEqual([
      'Signature: no Base64, 2 paths of certificates',
      '  MIDlet-Certificate-1-1: O=Acme, CN=Acme code signing',
      '      issued by O=Test authority (proves nothing), CN=Issuer of certificates for code',
      '      valid 2004-01-01 to 2044-01-01, RSA of 1024 bits, sha1WithRSAEncryption',
      '  MIDlet-Certificate-2-1: no Base64',
      '  behind a gap: MIDlet-Certificate-1-3, MIDlet-Certificate-\\x1B[2J',
      '',
    ])
  })

  it('is told with the limit that it goes beyond', () => {
    const many = Array.from(
      { length: 20 },
      (_, n) => [`MIDlet-Certificate-${n + 1}-1`, '?'] as const,
    )
    expect(linesOf([...many, ['MIDlet-Jar-RSA-SHA1', 'AA==']]).slice(-3)).toEqual([
      '  behind a gap: MIDlet-Certificate-17-1, MIDlet-Certificate-18-1, MIDlet-Certificate-19-1, MIDlet-Certificate-20-1',
      '  limit of this program: more than 16 certificate paths (pathsMax)',
      '',
    ])
  })

  it('is not mentioned where there is none', () => {
    expect(linesOf([['MIDlet-Name', 'Demo']])).toEqual([])
  })
})
