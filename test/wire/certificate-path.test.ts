import { describe, expect, it } from 'vitest'
import { acme, acmeBy, issuer, rootSpec, testRoots } from '../../src/test-authority/authority.ts'
import { writeCertificate } from '../../src/test-authority/certificate-writer.ts'
import type { CertificateSpec } from '../../src/test-authority/certificate-writer.ts'
import { parseCertificate } from '../../src/wire/certificate.ts'
import { validatePath } from '../../src/wire/certificate-path.ts'

const roots = testRoots().map(({ domain, octets }) => ({
  domain,
  certificate: parseCertificate(octets),
}))

function verdict(
  path: readonly CertificateSpec[],
  { at = '2006-03-01T09:00:00Z', trusted = roots } = {},
): string {
  const answer = validatePath({
    certificates: path.map((spec) => parseCertificate(writeCertificate(spec))),
    roots: trusted,
    at: Date.parse(at),
    rules: { algorithms: ['sha1WithRSAEncryption'], keyBitsMin: 1024 },
  })
  return answer.kind === 'valid'
    ? `${answer.signer.subject.text} in ${answer.root.domain}`
    : answer.fault
}

describe('a path', () => {
  it('leads from the signer over an issuer to a root', () => {
    expect(verdict([acme, issuer])).toBe('O=Acme, CN=Acme code signing in identified-third-party')
  })

  it('leads to the root that issued the signer’s certificate', () => {
    expect(verdict([acmeBy('operator')])).toBe('O=Acme, CN=Acme code signing in operator')
  })

  it('may end with the root itself, which need not be there', () => {
    expect(verdict([acme, issuer, rootSpec('identified-third-party')])).toBe(
      'O=Acme, CN=Acme code signing in identified-third-party',
    )
  })

  it('ends at a root that nobody knows when it brings its own', () => {
    expect(verdict([acmeBy('stranger'), rootSpec('stranger')])).toBe('root unknown')
  })

  it('may be the root alone', () => {
    const { keyUsage: _, ...root } = rootSpec('operator')
    const certificate = parseCertificate(writeCertificate(root))
    expect(verdict([root], { trusted: [{ domain: 'operator', certificate }] })).toMatch(
      /in operator$/,
    )
  })

  it('is none without a certificate', () => {
    expect(verdict([])).toBe('no certificate')
  })

  it.each([
    ['2003-12-31T23:59:59Z', 'certificate not yet valid'],
    ['2004-01-01T00:00:00Z', 'O=Acme, CN=Acme code signing in identified-third-party'],
    ['2044-01-01T00:00:00Z', 'O=Acme, CN=Acme code signing in identified-third-party'],
    ['2044-01-01T00:00:01Z', 'certificate expired'],
  ])('holds by the date of the phone: %s', (at, expected) => {
    expect(verdict([acme, issuer], { at })).toBe(expected)
  })

  it.each([
    ['2003-01-01T00:00:00Z', 'root not yet valid'],
    ['2050-01-01T00:00:00Z', 'root expired'],
  ])('ends at a root that is not valid at the time: %s', (at, expected) => {
    const ever = { notBefore: '1990-01-01T00:00:00Z', notAfter: '2090-01-01T00:00:00Z' }
    expect(verdict([{ ...acmeBy('operator'), ...ever }], { at })).toBe(expected)
  })

  it('knows names that differ in case and blanks for the same', () => {
    const commonName = ' issuer  of certificates for CODE'
    const path = [{ ...acme, issuer: { ...issuer.subject, commonName } }, issuer]
    expect(verdict(path)).toBe('O=Acme, CN=Acme code signing in identified-third-party')
  })

  it('may have a critical extended key usage that allows code', () => {
    const path = [{ ...acme, extendedKeyUsage: ['1.3.6.1.5.5.7.3.3'] }, issuer]
    expect(verdict(path)).toBe('O=Acme, CN=Acme code signing in identified-third-party')
  })
})
