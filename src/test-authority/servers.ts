/** Certificates of servers over https, by a root of their own. */
import { long } from './authority.ts'
import { writeCertificate } from './certificate-writer.ts'
import type { CertificateSpec } from './certificate-writer.ts'
import { element, sequence } from './der-writer.ts'
import { testKeys } from './keys.table.ts'

const organization = 'Test authority (proves nothing)'
const keyCertSign = 5
const digitalSignature = 0
const keyEncipherment = 2

const rootName = { commonName: 'Root of servers', organization }

/** Which the phones know. */
export const serverRoot: CertificateSpec = {
  ...long,
  serial: 10,
  subject: rootName,
  issuer: rootName,
  key: 'operator',
  signedBy: 'operator',
  authority: { is: true },
  keyUsage: [keyCertSign],
}

export const serverIssuer: CertificateSpec = {
  ...long,
  serial: 11,
  subject: { commonName: 'Issuer of certificates for servers', organization },
  issuer: rootName,
  key: 'issuer',
  signedBy: 'operator',
  authority: { is: true, pathLengthMax: 0 },
  keyUsage: [keyCertSign],
}

const subjectAltName = '2.5.29.17'
/** GeneralName (RFC 5280 4.2.1.6). */
const dnsName = 0x82
const ipAddress = 0x87

/** @param host a name, or an address of IPv4 */
export function serverCertificate(host: string): CertificateSpec {
  const name = /^\d+(?:\.\d+){3}$/.test(host)
    ? element(ipAddress, Uint8Array.from(host.split('.').map(Number)))
    : element(dnsName, new TextEncoder().encode(host))
  return {
    ...long,
    serial: 12,
    subject: { commonName: host, organization: 'Acme' },
    issuer: serverIssuer.subject,
    key: 'signer',
    signedBy: 'issuer',
    keyUsage: [digitalSignature, keyEncipherment],
    extensions: { [subjectAltName]: sequence(name) },
  }
}

/** A root that no phone knows. */
export const strangersRoot: CertificateSpec = {
  ...serverRoot,
  subject: { commonName: 'Root of a stranger', organization: 'A stranger' },
  issuer: { commonName: 'Root of a stranger', organization: 'A stranger' },
  key: 'stranger',
  signedBy: 'stranger',
}

/** PEM as servers read it: the chain, and the key of its first. */
export function serverFiles(chain: readonly [CertificateSpec, ...CertificateSpec[]]): {
  readonly cert: string
  readonly key: string
} {
  const pem = (kind: string, base64: string) =>
    `-----BEGIN ${kind}-----\n${base64.replaceAll(/\s+/g, '').replaceAll(/.{64}(?=.)/g, '$&\n')}\n-----END ${kind}-----\n`
  const cert = chain
    .map((spec) => pem('CERTIFICATE', Buffer.from(writeCertificate(spec)).toString('base64')))
    .join('')
  return { cert, key: pem('PRIVATE KEY', testKeys[chain[0].key]) }
}
