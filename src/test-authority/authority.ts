/** An authority for tests with a root for each protection domain, one that no phone knows, and an issuer below one of them. */
import { writeCertificate } from './certificate-writer.ts'
import type { CertificateSpec, Name } from './certificate-writer.ts'
import type { KeyName } from './keys.table.ts'

const organization = 'Test authority (proves nothing)'

export type RootName = 'manufacturer' | 'operator' | 'identified-third-party' | 'stranger'

const rootKeys: Readonly<Record<RootName, KeyName>> = {
  manufacturer: 'manufacturer',
  operator: 'operator',
  'identified-third-party': 'thirdParty',
  stranger: 'stranger',
}

const keyCertSign = 5
const digitalSignature = 0

export const long = { notBefore: '2004-01-01T00:00:00Z', notAfter: '2044-01-01T00:00:00Z' } as const

function nameOf(root: RootName): Name {
  return { commonName: `Root of the ${root} domain`, organization }
}

export function rootSpec(root: RootName): CertificateSpec {
  return {
    ...long,
    serial: 1,
    subject: nameOf(root),
    issuer: nameOf(root),
    key: rootKeys[root],
    signedBy: rootKeys[root],
    authority: { is: true },
    keyUsage: [keyCertSign],
  }
}

/** Whose certificates may be between a root and a signer. */
export const issuer: CertificateSpec = {
  ...long,
  serial: 2,
  subject: { commonName: 'Issuer of certificates for code', organization },
  issuer: nameOf('identified-third-party'),
  key: 'issuer',
  signedBy: rootKeys['identified-third-party'],
  authority: { is: true, pathLengthMax: 0 },
  keyUsage: [keyCertSign],
}

/** Acme's certificate, by the issuer. */
export const acme: CertificateSpec = {
  ...long,
  serial: 3,
  subject: { commonName: 'Acme code signing', organization: 'Acme' },
  issuer: issuer.subject,
  key: 'signer',
  signedBy: 'issuer',
  keyUsage: [digitalSignature],
}

/** Acme's certificate, by a root itself. */
export function acmeBy(root: RootName): CertificateSpec {
  return { ...acme, issuer: nameOf(root), signedBy: rootKeys[root] }
}

export interface TestRoot {
  /** Protection domain that it stands for. */
  readonly domain: Exclude<RootName, 'stranger'>
  readonly octets: Uint8Array
}

/** The roots that phones have which trust this authority: all but the stranger's. */
export function testRoots(): readonly TestRoot[] {
  return (['manufacturer', 'operator', 'identified-third-party'] as const).map((domain) => ({
    domain,
    octets: writeCertificate(rootSpec(domain)),
  }))
}
