/** Checks of servers over https, over handshakes with certificates of the test authority. */
import { describe, expect, it } from 'vitest'
import type { Check } from '../../../src/check/check.ts'
import chainComplete from '../../../src/check/checks/tls/chain-complete.ts'
import forHost from '../../../src/check/checks/tls/certificate-for-host.ts'
import inOrder from '../../../src/check/checks/tls/certificates-in-order.ts'
import valid from '../../../src/check/checks/tls/certificates-valid.ts'
import rootKnown from '../../../src/check/checks/tls/root-known.ts'
import withoutName from '../../../src/check/checks/tls/served-without-name.ts'
import version from '../../../src/check/checks/tls/version-of-the-age.ts'
import { writeCertificate } from '../../../src/test-authority/certificate-writer.ts'
import type { CertificateSpec } from '../../../src/test-authority/certificate-writer.ts'
import {
  serverCertificate,
  serverIssuer,
  serverRoot,
  strangersRoot,
} from '../../../src/test-authority/servers.ts'
import type { TraceFact } from '../../../src/trace/events.ts'
import type { TlsEventFact } from '../../../src/trace/tls-events.ts'
import { told } from '../trace-builder.ts'

const own = serverCertificate('ota.test')
const other = serverCertificate('www.test')
const self = { ...own, issuer: own.subject, signedBy: own.key }
const strange = { ...own, issuer: strangersRoot.subject, signedBy: strangersRoot.key }
const roots: TraceFact = { type: 'tls.roots', roots: [writeCertificate(serverRoot)] }

type Sketch = Partial<Extract<TlsEventFact, { type: 'tls.shaken' }>>

const shaken = (sketch: Sketch): TraceFact => ({
  type: 'tls.shaken',
  manner: 'today',
  host: 'ota.test',
  port: 443,
  offered: 'TLS 1.2',
  certificates: [],
  ...sketch,
})

function sending(specs: readonly CertificateSpec[], sketch: Sketch = {}): TraceFact {
  const agreed = { version: 'TLS 1.2', cipherSuite: 'TLS_RSA_WITH_AES_128_CBC_SHA' } as const
  return shaken({ ...agreed, certificates: specs.map(writeCertificate), ...sketch })
}

const garbage = Uint8Array.of(1, 2, 3)
const refused: Sketch = { alert: 'protocol_version' }
const closed: Sketch = { failure: { cause: 'truncated', detail: 'the server closed it' } }
const silent: Sketch = { failure: { cause: 'timeout', detail: 'it said nothing' } }

type Row = readonly [what: string, facts: readonly TraceFact[], says: string]

function judges(check: Check, rows: readonly Row[]): void {
  it.each(rows)('%s', (_, facts, says) => {
    expect(told(check, facts)).toEqual([says])
  })
}

const authority = 'O=Test authority (proves nothing)'
const none =
  'not-applicable: no server over https showed a certificate that can be read, as up to TLS 1.2'

describe('the certificate for the host', () => {
  judges(forHost, [
    ['that links name', [sending([own, serverIssuer])], 'pass: it is for ota.test'],
    ['in capital letters', [sending([own], { host: 'OTA.test' })], 'pass: it is for OTA.test'],
    [
      'is for another',
      [sending([other])],
      'fail: Unexpected a certificate for www.test (subjectAltName), expected one for ota.test.',
    ],
    [
      'is for a name, and the link for an address',
      [sending([own], { host: '10.0.0.1' })],
      'fail: Unexpected a certificate for ota.test (subjectAltName), expected one for 10.0.0.1.',
    ],
    [
      'cannot be read',
      [shaken({ certificates: [garbage] })],
      'inconclusive: the certificate cannot be read',
    ],
    ['did not come', [shaken(refused)], none],
    ['came to another manner alone', [sending([other], { manner: 'without-name' })], none],
  ])
})

describe('the day', () => {
  const year = { notBefore: '2005-01-01T00:00:00Z', notAfter: '2006-01-01T00:00:00Z' }
  const of2026 = { notBefore: '2026-01-01T00:00:00Z', notAfter: '2027-01-01T00:00:00Z' }
  const at = (day: string): Sketch => ({ day: `${day}T12:00:00.000Z` })
  judges(valid, [
    ['is within all of them', [sending([own])], 'pass: all of them are valid on 2006-01-02'],
    [
      'is after the end of one',
      [sending([own, { ...serverIssuer, ...year }])],
      `fail: Unexpected ${authority}, CN=Issuer of certificates for servers, valid from 2005-01-01 to 2006-01-01, expected certificates that are valid on 2006-01-02.`,
    ],
    [
      'is before the beginning of the first',
      [sending([{ ...own, ...of2026 }])],
      'fail: Unexpected O=Acme, CN=ota.test, valid from 2026-01-01 to 2027-01-01, expected certificates that are valid on 2006-01-02.',
    ],
    [
      'of the run counts for servers elsewhere, not the calendar of the phone',
      [sending([{ ...own, ...of2026 }], at('2026-07-01'))],
      'pass: all of them are valid on 2026-07-01',
    ],
    [
      'of the run finds what the calendar of the phone would not',
      [sending([own], at('2045-07-01'))],
      'fail: Unexpected O=Acme, CN=ota.test, valid from 2004-01-01 to 2044-01-01, expected certificates that are valid on 2045-07-01.',
    ],
  ])
})

describe('the order of certificates', () => {
  judges(inOrder, [
    [
      'is each by the next',
      [sending([own, serverIssuer, serverRoot])],
      'pass: 3 certificates, each by the next',
    ],
    [
      'has the root before the issuer',
      [sending([own, serverRoot, serverIssuer])],
      `fail: Unexpected ${authority}, CN=Root of servers behind O=Acme, CN=ota.test, expected its issuer, ${authority}, CN=Issuer of certificates for servers.`,
    ],
    [
      'is of one alone',
      [sending([own])],
      'not-applicable: no server over https sent more than one certificate',
    ],
    [
      'is not looked at where one cannot be read',
      [shaken({ certificates: [writeCertificate(own), garbage] })],
      'pass: 2 certificates, each by the next',
    ],
  ])
})

describe('the chain', () => {
  const issuerOf = `${authority}, CN=Issuer of certificates for servers, who issued O=Acme, CN=ota.test`
  judges(chainComplete, [
    [
      'leads to a root of the phones',
      [roots, sending([own, serverIssuer])],
      `pass: all are there up to ${authority}, CN=Issuer of certificates for servers, by ${authority}, CN=Root of servers`,
    ],
    [
      'leads to one that issued itself',
      [sending([self])],
      'pass: all are there up to O=Acme, CN=ota.test, by O=Acme, CN=ota.test',
    ],
    [
      'lacks the issuer',
      [roots, sending([own])],
      `fail: Unexpected end of the chain after 1, expected ${issuerOf}, or one of tls.roots of the target file.`,
    ],
    [
      'lacks an issuer who may be a root',
      [sending([own])],
      `inconclusive: nobody sent ${issuerOf}: if phones have it, add it to tls.roots of the target file`,
    ],
    [
      'has something in it that is no certificate',
      [roots, shaken({ certificates: [writeCertificate(own), garbage] })],
      'fail: Unexpected a certificate that cannot be read, number 2, expected 2 certificates.',
    ],
  ])
})

describe('the root', () => {
  const issued = `${authority}, CN=Issuer of certificates for servers`
  judges(rootKnown, [
    [
      'is one that phones have',
      [roots, sending([own, serverIssuer])],
      `pass: ${issued} leads to a root`,
    ],
    [
      'is one that they do not have',
      [roots, sending([strange, strangersRoot])],
      'fail: Unexpected O=A stranger, CN=Root of a stranger at the top, expected one of tls.roots of the target file.',
    ],
    [
      'is the server itself',
      [roots, sending([self])],
      'fail: Unexpected O=Acme, CN=ota.test at the top, expected one of tls.roots of the target file.',
    ],
    ['is not reached', [roots, sending([own])], `inconclusive: nobody sent ${issued}`],
    [
      'is not said to be known or not',
      [sending([self])],
      'inconclusive: it is not said whether phones have O=Acme, CN=ota.test: add it to tls.roots of the target file if so',
    ],
    [
      'cannot be told where the first cannot be read',
      [roots, shaken({ certificates: [garbage] })],
      'inconclusive: the certificate cannot be read',
    ],
  ])
})

describe('a client that names no host', () => {
  const today = sending([own, serverIssuer])
  const without = (specs: readonly CertificateSpec[]) => sending(specs, { manner: 'without-name' })
  const unnamed = (sketch: Sketch) => shaken({ manner: 'without-name', ...sketch })
  const expected = 'expected the certificate for ota.test, as with its name.'
  const both = 'inconclusive: with its name, too, ota.test shows no certificate for it'
  judges(withoutName, [
    ['is shown the same server', [today, without([own, serverIssuer])], 'pass: it is for ota.test'],
    [
      'is shown another',
      [today, without([other])],
      `fail: Unexpected a certificate for www.test (subjectAltName), ${expected}`,
    ],
    [
      'is refused',
      [today, unnamed(refused)],
      `fail: Unexpected alert protocol_version, ${expected}`,
    ],
    ['is cut off', [today, unnamed(closed)], `fail: Unexpected the connection closed, ${expected}`],
    [
      'hears nothing',
      [today, unnamed(silent)],
      'inconclusive: nothing came of the handshake: it said nothing',
    ],
    ['is shown what everybody is shown', [sending([other]), without([other])], both],
    ['is refused as everybody is', [shaken(refused), unnamed(refused)], both],
    ['is alone', [unnamed(refused)], both],
    [
      'is judged by the server with the same port',
      [today, sending([other], { port: 8443 }), unnamed({ ...refused, port: 8443 })],
      both,
    ],
    [
      'is not there',
      [today],
      'not-applicable: no handshake was begun without the name of the host; links to addresses have none',
    ],
  ])
})

describe('a phone of that age', () => {
  const age = { manner: 'of-the-age', offered: 'TLS 1.0' } as const
  const today = sending([own])
  const expected =
    'expected TLS 1.0 with a key of RSA; a plain http link would serve phones that have no more.'
  judges(version, [
    [
      'is agreed with',
      [today, sending([own], { ...age, version: 'TLS 1.0' })],
      'pass: TLS 1.0 with TLS_RSA_WITH_AES_128_CBC_SHA',
    ],
    [
      'is refused',
      [today, shaken({ ...age, ...refused })],
      `fail: Unexpected alert protocol_version, ${expected}`,
    ],
    [
      'is refused as everybody is that speaks nothing later than TLS 1.2',
      [shaken(refused), shaken({ ...age, ...refused })],
      `fail: Unexpected alert protocol_version, ${expected}`,
    ],
    [
      'is cut off',
      [today, shaken({ ...age, ...closed })],
      `fail: Unexpected the connection closed, ${expected}`,
    ],
    [
      'is cut off as everybody is',
      [shaken(closed), shaken({ ...age, ...closed })],
      'inconclusive: nothing came of the handshake: the server closed it',
    ],
    [
      'hears nothing',
      [today, shaken({ ...age, ...silent })],
      'inconclusive: nothing came of the handshake: it said nothing',
    ],
    ['did not try', [today], 'not-applicable: no handshake was begun as by a phone of that age'],
  ])
})
