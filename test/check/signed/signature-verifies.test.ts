import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/signed/signature-verifies.ts'
import { brokenSignings } from '../../../src/test-authority/broken-signings.table.ts'
import { demoJar, descriptorFetched, packageFetched, told } from '../trace-builder.ts'
import { signedSuite } from './signed-suite.ts'

const expected = 'expected RSA with SHA-1 over the package, by the key of MIDlet-Certificate-1-1.'

describe('a signature', () => {
  it('is by its certificate and over its package', () => {
    expect(told(check, signedSuite())).toEqual(['pass: signed by O=Acme, CN=Acme code signing'])
  })

  it('is not over a package that was changed', () => {
    expect(told(check, signedSuite({ received: demoJar({}) }))).toEqual([
      `fail: Unexpected signature mismatch: it was made over other octets than these, ${expected}`,
    ])
  })

  it('is by another key', () => {
    expect(
      told(check, signedSuite({ signing: brokenSignings['signed with another key'] })),
    ).toEqual([
      `fail: Unexpected signature wrong: the key of O=Acme, CN=Acme code signing did not make it, ${expected}`,
    ])
  })

  it('is over another digest', () => {
    expect(told(check, signedSuite({ signing: brokenSignings['signed with SHA-256'] }))).toEqual([
      `fail: Unexpected signature algorithm: it signs a digest of sha256, not of sha1, ${expected}`,
    ])
  })

  it('cannot be judged without a certificate', () => {
    expect(told(check, signedSuite({ descriptor: { 'MIDlet-Certificate-1-1': '?' } }))).toEqual([
      'inconclusive: blocked by signed/certificates-numbered: no certificate',
    ])
  })

  it('is not judged where there is none', () => {
    expect(told(check, [descriptorFetched(), packageFetched()])).toEqual([
      'not-applicable: no package was sent whose descriptor claims a signature',
    ])
  })
})
