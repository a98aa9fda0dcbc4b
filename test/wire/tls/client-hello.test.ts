/** What begins a handshake, octet for octet; that OpenSSL reads it is seen in test/run/handshakes.test.ts. */
import { expect, it } from 'vitest'
import { writeClientHello } from '../../../src/wire/tls/client-hello.ts'

const hex = (octets: Uint8Array) => Buffer.from(octets).toString('hex')
const counting = Array.from({ length: 32 }, (_, at) => at.toString(16).padStart(2, '0')).join('')

it('of a phone of that age has no extension', () => {
  const octets = writeClientHello({
    version: 'TLS 1.0',
    cipherSuites: ['TLS_RSA_WITH_RC4_128_SHA', 'TLS_RSA_WITH_3DES_EDE_CBC_SHA'],
    curves: false,
  })
  expect(hex(octets)).toBe(`160301002f0100002b0301${counting}0000040005000a0100`)
})

it('names the host in an extension, and in the record the lowest version that everybody reads', () => {
  const octets = writeClientHello({
    version: 'TLS 1.2',
    cipherSuites: ['TLS_RSA_WITH_AES_128_CBC_SHA'],
    serverName: 'a.test',
    curves: false,
  })
  expect(hex(octets)).toBe(
    `160301003e0100003a0303${counting}000002002f0100000f0000000b0009000006612e74657374`,
  )
})

it('of SSL 3.0 says so in the record as well', () => {
  const octets = writeClientHello({
    version: 'SSL 3.0',
    cipherSuites: ['TLS_RSA_WITH_RC4_128_MD5'],
    curves: false,
  })
  expect(hex(octets)).toBe(`160300002d010000290300${counting}00000200040100`)
})

it('is the same octets for the same hello', () => {
  const hello = {
    version: 'TLS 1.2',
    cipherSuites: ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'],
    curves: true,
  } as const
  expect(hex(writeClientHello(hello))).toBe(hex(writeClientHello(hello)))
})
