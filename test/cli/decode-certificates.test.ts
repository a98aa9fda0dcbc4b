/** The file of certificates that a server over https is given, as `ota decode` tells of it. */
import { describe, expect, it } from 'vitest'
import { decodeCertificates } from '../../src/cli/decode/decode-certificates.ts'
import { detectFormat } from '../../src/cli/decode/detect-format.ts'
import { writeCertificate } from '../../src/test-authority/certificate-writer.ts'
import {
  serverCertificate,
  serverFiles,
  serverIssuer,
  serverRoot,
} from '../../src/test-authority/servers.ts'

const own = serverCertificate('ota.test')
const file = (...chain: Parameters<typeof serverFiles>[0]) => octets(serverFiles(chain).cert)
const octets = (text: string) => new TextEncoder().encode(text)
const page = { columns: 100, paint: (_: string, text: string) => text }

function decode(given: Uint8Array) {
  expect(detectFormat(given)).toBe('certificates')
  return decodeCertificates(given, page)
}

const authority = 'O=Test authority (proves nothing)'
const ownLines = [
  '1  O=Acme, CN=ota.test',
  `      issued by ${authority}, CN=Issuer of certificates for servers`,
  '      valid 2004-01-01 to 2044-01-01, RSA of 1024 bits, sha1WithRSAEncryption',
  '      for ota.test (subjectAltName)',
]

describe('a file of certificates', () => {
  it('tells of each who issued it and for whom it is, and where they lead', () => {
    expect(decode(file(own, serverIssuer))).toEqual({
      sound: true,
      lines: [
        '2 certificates, in the order of the file',
        '',
        ...ownLines,
        `2  ${authority}, CN=Issuer of certificates for servers`,
        `      issued by ${authority}, CN=Root of servers`,
        '      valid 2004-01-01 to 2044-01-01, RSA of 1024 bits, sha1WithRSAEncryption',
        '',
        'Order: each is issued by the next',
        `Root: not in the file; phones have to have ${authority}, CN=Root of servers`,
      ],
    })
  })

  it('may be one alone as it is', () => {
    expect(decode(writeCertificate(own)).lines).toEqual([
      '1 certificate, in the order of the file',
      '',
      ...ownLines,
      '',
      'Order: each is issued by the next',
      `Root: not in the file; phones have to have ${authority}, CN=Issuer of certificates for servers`,
    ])
  })

  it('is not sound in another order', () => {
    const { sound, lines } = decode(file(own, serverRoot, serverIssuer))
    expect({ sound, last: lines.slice(-2) }).toEqual({
      sound: false,
      last: [
        `Order: behind O=Acme, CN=ota.test does not come its issuer, ${authority}, CN=Issuer of certificates for servers`,
        `Root: ${authority}, CN=Root of servers, which issued itself`,
      ],
    })
  })

  it('is not sound where one of it cannot be read, or there are too many', () => {
    const cut = octets(
      serverFiles([own]).cert + '-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----',
    )
    expect(decode(cut)).toEqual({
      sound: false,
      lines: [
        '2 certificates, in the order of the file',
        '',
        ...ownLines,
        '2  Refused: Unexpected letters, expected Base64 (at octet 0) [decode/base64]',
      ],
    })
    const many = octets(serverFiles([own]).cert.repeat(17))
    expect(decode(many).lines.at(-1)).toBe('at most certificatesMax = 16 are read')
  })
})
