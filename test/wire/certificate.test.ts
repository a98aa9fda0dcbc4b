import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acme } from '../../src/test-authority/authority.ts'
import { writeCertificate } from '../../src/test-authority/certificate-writer.ts'
import { element, oid, sequence, unsigned } from '../../src/test-authority/der-writer.ts'
import { decodeBase64 } from '../../src/wire/base64.ts'
import { parseCertificate } from '../../src/wire/certificate.ts'
import { isSignedBy } from '../../src/wire/certificate-path.ts'
import { attempt } from './attempt.ts'

/** Made with OpenSSL 3.0.19 `req -x509`; the values below are those that `x509 -text` shows. */
const foreign =
  decodeBase64(`MIICzzCCAjigAwIBAgIFAN6tvu8wDQYJKoZIhvcNAQEFBQAwXTELMAkGA1UEBhMCREUxGjAYBgNVBAoMESAgQmVpc3Bp \
ZWwgICBHbWJIMRYwFAYDVQQDDA1QcsO8ZmxpbmcsIMOcMRowGAYJKoZIhvcNAQkBFgthQGIuZXhhbXBsZTAgFw0yNjEx \
MjUxODI1MDlaGA8yMTI2MTEwMTE4MjUwOVowXTELMAkGA1UEBhMCREUxGjAYBgNVBAoMESAgQmVpc3BpZWwgICBHbWJI \
MRYwFAYDVQQDDA1QcsO8ZmxpbmcsIMOcMRowGAYJKoZIhvcNAQkBFgthQGIuZXhhbXBsZTCBnzANBgkqhkiG9w0BAQEF \
AAOBjQAwgYkCgYEAxl9ANx+EkjF6Tcm15eywjbaj3KDORpC/5HYW9jsFaclapvX+O+3yaA06P7PT8kdQv4e59qyP52Dj \
JWXOwNW1tPXP6So20CY94dH70Nh38Xq/1eRbDX7FzuhsDhGbmB8qsnGkcAXOjXhWwuNGzG4ywAzyUx6pk2WYc3y/plZG \
TqUCAwEAAaOBmDCBlTAdBgNVHQ4EFgQUI2y24IvC4xSX50kUHl313v3C9g4wHwYDVR0jBBgwFoAUI2y24IvC4xSX50kU \
Hl313v3C9g4wDgYDVR0PAQH/BAQDAgKEMB0GA1UdJQQWMBQGCCsGAQUFBwMDBggrBgEFBQcDBDASBgNVHRMBAf8ECDAG \
AQH/AgEDMBAGA1UdIAQJMAcwBQYDKgMEMA0GCSqGSIb3DQEBBQUAA4GBAJ8mppwRgHsedmQ2G9ztcuOqLGhr3bfKutN9 \
P9JkrbsEO4+fZePoXQmjErgDG+iiyhZtPQhONdG059KLi7ZngOj82jXDnq6diia3sJTtB9MDRVxeY8ItEfwzy5dd4jFi \
jdPMk8l3QDkqgiVgbfm/+CCJ4z2WL5JmJnsP6uIYIPUl`) ?? new Uint8Array()

describe('a certificate', () => {
  it('of another program is read as that program shows it', () => {
    const { octets, signed, signature, publicKey, subject, others, ...shown } =
      parseCertificate(foreign)
    expect([...others.keys()]).toEqual(['2.5.29.14', '2.5.29.35', '2.5.29.32'])
    expect(shown).toEqual({
      version: 3,
      serialNumber: '00deadbeef',
      issuer: subject,
      notBefore: Date.parse('2026-11-25T18:25:09Z'),
      notAfter: Date.parse('2126-11-01T18:25:09Z'),
      algorithm: 'sha1WithRSAEncryption',
      basicConstraints: { authority: true, pathLengthMax: 3 },
      keyUsage: new Set(['digitalSignature', 'keyCertSign']),
      extendedKeyUsage: { critical: false, purposes: ['1.3.6.1.5.5.7.3.3', '1.3.6.1.5.5.7.3.4'] },
      unknownCritical: [],
    })
    expect(subject).toEqual({
      text: 'C=DE, O=  Beispiel   GmbH, CN=Pr\\xFCfling, \\xDC, emailAddress=a@b.example',
      key: JSON.stringify([
        ['2.5.4.6=de'],
        ['2.5.4.10=beispiel gmbh'],
        ['2.5.4.3=prüfling, ü'],
        ['1.2.840.113549.1.9.1=a@b.example'],
      ]),
    })
    expect([octets, signed.length, signature.length, publicKey.rsaBits]).toEqual([
      foreign,
      572,
      128,
      1024,
    ])
  })

  it('that another program signed verifies, until one octet is turned', () => {
    const certificate = parseCertificate(foreign)
    expect(isSignedBy(certificate, certificate)).toBe(true)
    const signed = certificate.signed.with(40, (certificate.signed[40] ?? 0) ^ 1)
    expect(isSignedBy({ ...certificate, signed }, certificate)).toBe(false)
  })

  it('without extensions is one of version 1', () => {
    const { keyUsage: _, ...plain } = acme
    const { version, basicConstraints, keyUsage } = parseCertificate(writeCertificate(plain))
    expect({ version, basicConstraints, keyUsage }).toEqual({
      version: 1,
      basicConstraints: undefined,
      keyUsage: undefined,
    })
  })

  it('names its critical extensions that nobody knows', () => {
    const octets = writeCertificate({ ...acme, criticalExtension: '1.2.3.4' })
    expect(parseCertificate(octets).unknownCritical).toEqual(['1.2.3.4'])
  })

  it('is read to its end, and not beyond', () => {
    const good = writeCertificate(acme)
    for (let length = 0; length < good.length; length += 1) {
      expect(attempt(() => parseCertificate(good.subarray(0, length))).kind).toBe('refused')
    }
    expect(attempt(() => parseCertificate(Uint8Array.of(...good, 0)))).toEqual({
      kind: 'refused',
      code: 'wire/der',
      offset: good.length,
    })
  })

  it('of more octets than any phone takes is not looked into', () => {
    expect(attempt(() => parseCertificate(new Uint8Array(16_385)))).toEqual({
      kind: 'refused',
      code: 'wire/certificate',
      offset: 16_384,
    })
  })

  it('of many parts meets a limit', () => {
    const name = sequence(
      ...Array.from({ length: 65 }, () =>
        element(0x31, sequence(oid('2.5.4.3'), element(0x13, new Uint8Array()))),
      ),
    )
    const algorithm = sequence(oid('1.2.840.113549.1.1.5'))
    const body = sequence(unsigned(1), algorithm, name)
    const certificate = sequence(body, algorithm, element(0x03, Uint8Array.of(0)))
    expect(() => parseCertificate(certificate)).toThrow('at most 64 (partsMax)')
  })

  it('ends in a certificate or a refusal, whatever octet of it is turned', () => {
    const good = writeCertificate(acme)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 4,
        }),
        (turns) => {
          const octets = good.slice()
          for (const [at, octet] of turns) octets[at] = octet
          const read = attempt(() => parseCertificate(octets))
          if (read.kind === 'value') isSignedBy(read.value, read.value)
          expect(['value', 'refused']).toContain(read.kind)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
