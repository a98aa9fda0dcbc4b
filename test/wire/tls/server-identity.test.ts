/** For whom certificates are: hosts by their names, by stars, by addresses. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCertificate } from '../../../src/test-authority/certificate-writer.ts'
import { element, sequence } from '../../../src/test-authority/der-writer.ts'
import { serverCertificate } from '../../../src/test-authority/servers.ts'
import { subjectAltName } from '../../../src/wire/certificate-extensions.ts'
import { parseCertificate } from '../../../src/wire/certificate.ts'
import { identityOf, isAddress, isFor } from '../../../src/wire/tls/server-identity.ts'

const text = (words: string) => new TextEncoder().encode(words)
const dns = (name: string) => element(0x82, text(name))
const ip = (...octets: readonly number[]) => element(0x87, Uint8Array.from(octets))

/** Of a certificate with these general names, or only with a common name. */
function identity(common: string, names?: readonly Uint8Array[]) {
  const { extensions: _extensions, ...spec } = serverCertificate('ota.test')
  const octets = writeCertificate({
    ...spec,
    subject: { commonName: common, organization: 'Acme, CN=not.this' },
    ...(names === undefined ? {} : { extensions: { '2.5.29.17': sequence(...names) } }),
  })
  return identityOf(parseCertificate(octets))
}

describe('a certificate names', () => {
  it('hosts and addresses as its alternative names, in small letters', () => {
    const names = [dns('OTA.test'), ip(127, 0, 0, 1), ip(...Array.from({ length: 15 }, () => 0), 1)]
    expect(identity('other.test', names)).toEqual({
      names: ['ota.test'],
      addresses: ['127.0.0.1', '::1'],
      from: 'subjectAltName',
    })
  })

  it('its common name where it has none', () => {
    const expected = { names: ['ota.test'], addresses: [], from: 'common name' }
    expect(identity('Ota.test')).toEqual(expected)
    expect(identity('ota.test', [])).toEqual(expected)
    expect(identity('ota.test', [element(0x81, text('a@b.test'))])).toEqual(expected)
  })

  it('nobody else where they cannot be read', () => {
    expect(identity('ota.test', [Uint8Array.of(0x82, 9)])).toMatchObject({ from: 'common name' })
  })

  it('a host of full length whole', () => {
    const long = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.test`
    expect(identity('x', [dns(long)]).names).toEqual([long])
  })
})

const named = (...names: readonly string[]) =>
  ({ names, addresses: ['10.0.0.1', '::1'], from: 'subjectAltName' }) as const

describe('a certificate is', () => {
  it.each([
    ['ota.test', 'ota.test', true],
    ['ota.test', 'ota.test.', true],
    ['ota.test', 'www.ota.test', false],
    ['*.ota.test', 'a.ota.test', true],
    ['*.ota.test', 'ota.test', false],
    ['*.ota.test', 'a.b.ota.test', false],
    ['d*.ota.test', 'demo.ota.test', true],
    ['d*o.ota.test', 'do.ota.test', true],
    ['do*o.ota.test', 'do.ota.test', false],
    ['*.*.test', 'a.ota.test', false],
    ['**.test', 'a.test', false],
    ['*', 'localhost', false],
    ['10.0.0.2', '10.0.0.2', false],
    ['ota.test', '10.0.0.1', true],
    ['ota.test', '::1', true],
    ['ota.test', '::2', false],
  ])('with %s for %s: %s', (name, host, is) => {
    expect(isFor(named(name), host)).toBe(is)
  })
})

it.each([
  ['127.0.0.1', true],
  ['::1', true],
  ['ota.test', false],
  ['1.2.3', false],
])('%s is an address: %s', (host, is) => {
  expect(isAddress(host)).toBe(is)
})

it('whatever stands there as names ends in an identity', () => {
  const certificate = parseCertificate(writeCertificate(serverCertificate('ota.test')))
  const names = sequence(dns('ota.test'), ip(127, 0, 0, 1), dns('*.ota.test'))
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 60 }),
        fc
          .tuple(fc.nat(names.length - 1), fc.integer({ min: 0, max: 255 }))
          .map(([at, octet]) => names.with(at, octet)),
      ),
      fc.oneof(fc.domain(), fc.ipV4(), fc.ipV6(), fc.string()),
      (content, host) => {
        const value = { tag: 4, content, whole: content, offset: 0 }
        const identity = identityOf({ ...certificate, others: new Map([[subjectAltName, value]]) })
        expect(identity.names.length + identity.addresses.length).toBeLessThan(60)
        expect(typeof isFor(identity, host)).toBe('boolean')
      },
    ),
  )
})
