import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/signed/certificates-for-every-phone.ts'
import { acme, issuer } from '../../../src/test-authority/authority.ts'
import { brokenSignings } from '../../../src/test-authority/broken-signings.table.ts'
import { told } from '../trace-builder.ts'
import { signedSuite } from './signed-suite.ts'

const expected = 'expected RSA with SHA-1, up to 2048 bits and 1500 octets.'

describe('certificates', () => {
  it('are such as every phone knows', () => {
    expect(told(check, signedSuite())).toEqual(['pass: 2 certificates of RSA with SHA-1'])
  })

  it('are signed by another algorithm', () => {
    const signing = brokenSignings['certificate with SHA-256']
    expect(told(check, signedSuite({ signing }))).toEqual([
      `fail: Unexpected sha256WithRSAEncryption in the certificate of O=Acme, CN=Acme code signing, ${expected}`,
    ])
  })

  it('are larger than every phone takes', () => {
    const subject = { ...acme.subject, organization: 'A'.repeat(1000) }
    const signing = { key: 'signer', paths: [[{ ...acme, subject }, issuer]] } as const
    expect(told(check, signedSuite({ signing }))).toEqual([
      `fail: Unexpected a certificate of 1527 octets for O=${'A'.repeat(77)}…, ${expected}`,
    ])
  })
})
