/** Certificates of servers as OpenSSL, by way of Node, sees them. */
import { X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { writeCertificate } from '../../src/test-authority/certificate-writer.ts'
import type { CertificateSpec } from '../../src/test-authority/certificate-writer.ts'
import {
  serverCertificate,
  serverFiles,
  serverIssuer,
  serverRoot,
  strangersRoot,
} from '../../src/test-authority/servers.ts'

const read = (spec: CertificateSpec) => new X509Certificate(writeCertificate(spec))

describe('a certificate of a server', () => {
  it.each([
    ['ota.test', 'DNS:ota.test'],
    ['127.0.0.1', 'IP Address:127.0.0.1'],
  ])('for %s says so', (host, name) => {
    const own = read(serverCertificate(host))
    expect(own.subjectAltName).toBe(name)
    expect(host === 'ota.test' ? own.checkHost(host) : own.checkIP(host)).toBe(host)
  })

  it('leads to the root through the issuer', () => {
    const [own, issuer, root] = [
      read(serverCertificate('a.test')),
      read(serverIssuer),
      read(serverRoot),
    ]
    expect([own.ca, issuer.ca, root.ca]).toEqual([false, true, true])
    expect([own.checkIssued(issuer), issuer.checkIssued(root), root.checkIssued(root)]).toEqual([
      true,
      true,
      true,
    ])
    expect([own.verify(issuer.publicKey), issuer.verify(root.publicKey)]).toEqual([true, true])
    expect(own.checkIssued(read(strangersRoot))).toBe(false)
  })

  it('comes as files of PEM, its own first, and its key', () => {
    const { cert, key } = serverFiles([serverCertificate('a.test'), serverIssuer])
    const own = new X509Certificate(cert)
    expect(own.subject).toBe('O=Acme\nCN=a.test')
    expect(cert.match(/BEGIN CERTIFICATE/g)).toHaveLength(2)
    expect(key).toMatch(/^-----BEGIN PRIVATE KEY-----\n(?:.{1,64}\n)+-----END PRIVATE KEY-----\n$/)
  })
})
